"use client";

import { Editor, Mark } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { History } from "@tiptap/extension-history";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Inline } from "@/lib/content/document-schema";
import { FormatBar } from "./format-bar";
import { fromEditor, toEditor } from "./words-in-editor";

type WordsEditorProps = {
  runs: readonly Inline[];
  /** One line without formatting: labels, facts, the masthead. */
  isPlain: boolean;
  onDone: (runs: Inline[] | null) => void;
};

const OneParagraph = Document.extend({ content: "paragraph" });
// The editor stands inside paragraphs, headings and cells, where a paragraph of its own would not be allowed.
const InlineParagraph = Paragraph.extend({
  parseHTML: () => [{ tag: "span[data-words]" }, { tag: "p" }],
  renderHTML: () => ["span", { "data-words": "", style: "display:block" }, 0],
});
const Code = Mark.create({
  name: "code",
  parseHTML: () => [{ tag: "code" }],
  renderHTML: () => ["code", 0],
});

/** Words under the cursor: Enter or leaving keeps them, Escape gives the old ones back, Shift and Enter breaks the line. */
export function WordsEditor({ runs, isPlain, onDone }: WordsEditorProps) {
  const t = useTranslations("chat");
  const place = useRef<HTMLSpanElement>(null);
  const root = useRef<HTMLSpanElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const initial = useRef(runs);
  const label = t("editText");

  useEffect(() => {
    if (!place.current) return;
    let isOver = false;
    const finish = (keep: boolean) => {
      if (isOver) return;
      isOver = true;
      done.current(keep ? fromEditor(made.getJSON()) : null);
    };
    const marks = isPlain
      ? []
      : [
          Bold,
          Italic,
          Code,
          Link.configure({ openOnClick: false, autolink: false, linkOnPaste: true }),
          HardBreak.extend({ addKeyboardShortcuts: () => ({}) }),
        ];
    const made: Editor = new Editor({
      element: { mount: place.current },
      extensions: [OneParagraph, InlineParagraph, Text, History, ...marks],
      content: toEditor(isPlain ? initial.current.filter((run) => run.type !== "break") : initial.current),
      autofocus: "end",
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-label": label,
          "aria-multiline": isPlain ? "false" : "true",
          class: "outline-none",
        },
        handleKeyDown: (_view, event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            finish(false);
            return true;
          }
          if (event.key !== "Enter" || event.isComposing) return false;
          if (event.shiftKey && !isPlain) return made.commands.setHardBreak();
          finish(true);
          return true;
        },
      },
      onBlur: ({ event }) => {
        // Going to the format bar is not leaving.
        if (event.relatedTarget instanceof Node && root.current?.contains(event.relatedTarget)) return;
        finish(true);
      },
    });
    setEditor(made);
    const untouched = JSON.stringify(made.getJSON());
    return () => {
      // The paper was taken away under the editor: what was typed is kept. React's trial run in development typed nothing.
      if (JSON.stringify(made.getJSON()) !== untouched) finish(true);
      isOver = true;
      made.destroy();
    };
  }, [isPlain, label]);

  return (
    <span ref={root} className="relative block cursor-text outline-2 outline-accent outline-offset-4">
      {editor && !isPlain && <FormatBar editor={editor} />}
      <span ref={place} />
    </span>
  );
}
