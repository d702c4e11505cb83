"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { Paper } from "@/components/ui/paper";
import type { BlockContext } from "@/emails/newsletter/blocks/block-context";
import { paperWidth } from "@/emails/newsletter/blocks/block-context";
import { spaceBefore } from "@/emails/newsletter/blocks/block-spacing";
import { canvasContext } from "@/emails/newsletter/blocks/canvas-context";
import { FooterBlock } from "@/emails/newsletter/blocks/footer-block";
import { NewsletterBlock } from "@/emails/newsletter/blocks/newsletter-block";
import type { Block, BlockOf, NewsletterDocument } from "@/lib/content/document-schema";
import { inlineFromText, plainText } from "@/lib/content/inline-schema";
import type { Operation } from "@/lib/content/operations";
import { EditableWords } from "./editable-words";
import { phoneRules } from "./phone-rules";
import { placeOperation } from "./place-operation";

export type Device = "desktop" | "phone";
export type Appearance = "light" | "dark";

type CanvasPaperProps = {
  document: NewsletterDocument;
  letterhead: { workspaceName: string; postalAddress: string };
  device: Device;
  appearance: Appearance;
  isDraft: boolean;
  settling: ReadonlySet<string>;
  /** Left out: the paper is only looked at. */
  onChange?: ((operations: Operation[]) => void) | undefined;
};

/** The newsletter as it will be mailed, drawn by the mail's own blocks; click a text to change it. */
export function CanvasPaper({
  document,
  letterhead,
  device,
  appearance,
  isDraft,
  settling,
  onChange,
}: CanvasPaperProps) {
  const t = useTranslations("chat");
  const newest = useRef(document);
  newest.current = document;
  const context = useMemo(
    () => makeContext(document, appearance, newest, onChange),
    [document, appearance, onChange],
  );
  const { light } = context.theme;
  const notes = document.blocks.filter((block): block is BlockOf<"footer"> => block.type === "footer");
  const blocks = document.blocks.filter((block) => block.type !== "footer");
  const startsWide = blocks[0] !== undefined && isWide(blocks[0]);
  return (
    <section
      aria-label={t("paperLabel")}
      lang={document.meta.language}
      data-canvas={device}
      className="mx-auto w-full"
      style={{
        maxWidth: device === "phone" ? 360 : paperWidth,
        fontFamily: context.theme.bodyFont,
        wordBreak: "break-word",
      }}
      // Links on the paper lead nowhere while it is being made.
      onClickCapture={(event) => {
        if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
      }}
    >
      <style>{phoneRules}</style>
      <Paper
        isDraft={isDraft}
        style={{ backgroundColor: light.paper, paddingTop: startsWide ? 0 : 40, paddingBottom: 48 }}
      >
        {blocks.map((block, index) => (
          <div
            key={block.id}
            data-block={block.id}
            className={cn(!isWide(block) && "g-gutter", settling.has(block.id) && "animate-settle")}
            style={{
              padding: `${spaceBefore(blocks[index - 1], block)}px ${isWide(block) ? "0" : "40px"} 0`,
            }}
          >
            <NewsletterBlock block={block} context={context} />
          </div>
        ))}
      </Paper>
      <div className="g-gutter" style={{ padding: "28px 40px 48px" }}>
        <FooterBlock
          notes={notes}
          facts={{ ...letterhead, links: { unsubscribe: "#", preferences: "#", webView: "#" } }}
          context={{ ...context, theme: { ...context.theme, light: { ...light, soft: "var(--ink-soft)" } } }}
        />
      </div>
    </section>
  );
}

function makeContext(
  document: NewsletterDocument,
  appearance: Appearance,
  newest: { current: NewsletterDocument },
  onChange: ((operations: Operation[]) => void) | undefined,
): BlockContext {
  const plain = canvasContext(document);
  const theme = appearance === "dark" ? { ...plain.theme, light: plain.theme.dark } : plain.theme;
  const shown = canvasContext(document, { theme });
  if (!onChange) return shown;
  const commit = (place: { blockId: string; field: string }, words: unknown) => {
    const operation = placeOperation(newest.current, place, words);
    if (operation) onChange([operation]);
  };
  return {
    ...shown,
    renderInline: (runs, place) => (
      <EditableWords runs={runs} isPlain={false} onChange={(next) => commit(place, next)}>
        {shown.renderInline(runs, place)}
      </EditableWords>
    ),
    renderLine: (text, place) => (
      <EditableWords runs={inlineFromText(text)} isPlain onChange={(next) => commit(place, plainText(next))}>
        {shown.renderLine(text, place)}
      </EditableWords>
    ),
  };
}

function isWide(block: Block): boolean {
  return (
    (block.type === "image" && block.wide === true) || (block.type === "masthead" && block.style === "band")
  );
}
