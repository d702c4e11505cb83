"use client";

import { ArrowUp, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useId } from "react";
import { Button } from "@/components/ui/button";
import type { ChatStatus } from "./use-thread";

type ComposerBoxProps = {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  status: ChatStatus;
  box: RefObject<HTMLTextAreaElement | null>;
};

/** Grows with what is typed; Enter sends, Shift and Enter breaks; while an answer is written it stops it. */
export function ComposerBox({ text, onText, onSend, onStop, status, box }: ComposerBoxProps) {
  const t = useTranslations("chat");
  const hintId = useId();
  const isBusy = status !== "idle";
  return (
    <div className="flex items-end gap-2 rounded-panel bg-surface p-1.5 shadow-[0_0_0_1px_var(--line)] focus-within:shadow-[0_0_0_1px_var(--accent)]">
      <textarea
        ref={box}
        rows={1}
        value={text}
        aria-label={t("composerLabel")}
        aria-describedby={hintId}
        placeholder={t("composerPlaceholder")}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (!isBusy && text.trim() !== "") onSend();
        }}
        className="field-sizing-content max-h-[40dvh] min-h-9 grow resize-none bg-transparent px-2.5 py-1.5 text-md outline-none focus-visible:outline-none md:text-base touch:min-h-11 touch:py-2.5"
      />
      <span id={hintId} className="sr-only">
        {t("composerHint")}
      </span>
      {isBusy ? (
        <Button
          size="icon"
          onClick={onStop}
          disabled={status === "sending"}
          isBusy={status === "stopping"}
          aria-label={t("stop")}
        >
          <Square aria-hidden className="fill-current" />
        </Button>
      ) : (
        <Button
          variant="primary"
          size="icon"
          onClick={onSend}
          disabled={text.trim() === ""}
          aria-label={t("send")}
        >
          <ArrowUp aria-hidden />
        </Button>
      )}
    </div>
  );
}
