"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Inline } from "@/lib/content/document-schema";
import { plainText } from "@/lib/content/inline-schema";

// The editor is a third of the page's code and is needed only once somebody clicks a text.
const loadEditor = () => import("./words-editor");
const WordsEditor = lazy(async () => ({ default: (await loadEditor()).WordsEditor }));

type EditableWordsProps = {
  runs: readonly Inline[];
  isPlain: boolean;
  onChange: (runs: Inline[]) => void;
  /** The words as they stand on the paper. */
  children: ReactNode;
};

/** Words on the paper that become an editor when they are clicked, or chosen by keyboard. */
export function EditableWords({ runs, isPlain, onChange, children }: EditableWordsProps) {
  const t = useTranslations("chat");
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <Suspense fallback={<span>{children}</span>}>
        <WordsEditor
          runs={runs}
          isPlain={isPlain}
          onDone={(next) => {
            setEditing(false);
            if (next && JSON.stringify(next) !== JSON.stringify(runs)) onChange(next);
          }}
        />
      </Suspense>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: stands inside paragraphs, headings and cells of the mail
    <span
      role="button"
      tabIndex={0}
      title={t("editText")}
      onPointerEnter={() => void loadEditor()}
      onFocus={() => void loadEditor()}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setEditing(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        setEditing(true);
      }}
      className="cursor-text rounded-sm outline-offset-4 transition-shadow hover:shadow-[0_0_0_4px_color-mix(in_oklab,var(--mark)_18%,transparent)]"
    >
      {plainText(runs).trim() === "" ? "\u00A0" : children}
    </span>
  );
}
