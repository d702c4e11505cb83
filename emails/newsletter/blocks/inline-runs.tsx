import { type CSSProperties, createElement, Fragment, type ReactNode } from "react";
import type { Inline } from "@/lib/content/document-schema";
import { groupByLink, type MergeRun, type TextRun } from "@/lib/content/inline-schema";
import type { MergeTag } from "@/lib/content/merge-tags";
import type { ResolvedTheme } from "@/lib/content/theme";
import type { BlockContext } from "./block-context";

/**
 * Rich text as elements: strong, em, code, links, breaks. Never raw HTML. `renderTag` says what stands for a merge
 * tag: an open place in mails, the fallback in a canvas.
 */
export function renderRuns(
  runs: readonly Inline[],
  context: Pick<BlockContext, "theme" | "href">,
  renderTag: (tag: MergeTag) => ReactNode,
): ReactNode {
  const parts = groupByLink(runs).map((group) => {
    const words = group.runs.map((run) => renderRun(run, context.theme, renderTag));
    if (group.href === undefined) return asChildren(words);
    const address = context.href(group.first, group.href);
    return createElement(
      "a",
      { href: address, className: "g-accent-text", style: linkStyle(context.theme) },
      ...words,
    );
  });
  return asChildren(parts);
}

export function linkStyle(theme: ResolvedTheme): CSSProperties {
  return { color: theme.light.accentText, textDecoration: "underline", textUnderlineOffset: "2px" };
}

function renderRun(run: Inline, theme: ResolvedTheme, renderTag: (tag: MergeTag) => ReactNode): ReactNode {
  if (run.type === "break") return <br />;
  const words = run.type === "text" ? run.text : renderTag(run);
  return withMarks(words, run, theme);
}

function withMarks(words: ReactNode, run: TextRun | MergeRun, theme: ResolvedTheme): ReactNode {
  let node = words;
  if (run.type === "text" && run.code) {
    const style = { fontFamily: theme.codeFont, fontSize: "0.9em", backgroundColor: theme.light.tint };
    node = (
      <code className="g-tint" style={style}>
        {node}
      </code>
    );
  }
  if (run.italic) node = <em>{node}</em>;
  if (run.bold) node = <strong style={{ fontWeight: 700 }}>{node}</strong>;
  return node;
}

// Positional children: runs have no identity, and a list of them would ask for keys.
function asChildren(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts);
}
