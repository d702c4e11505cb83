import type { NewsletterDocument } from "@/lib/content/document-schema";
import { fillMergeText } from "@/lib/content/merge-tags";
import { resolveTheme } from "@/lib/content/theme";
import { type BlockContext, paperMargin, paperWidth } from "./block-context";
import { renderRuns } from "./inline-runs";

/** Draws blocks in the browser: links lead nowhere, merge tags show their fallback and say what they are. */
export function canvasContext(
  document: NewsletterDocument,
  overrides: Partial<BlockContext> = {},
): BlockContext {
  const theme = resolveTheme(document.meta.theme);
  const context: BlockContext = {
    theme,
    language: document.meta.language,
    innerWidth: paperWidth - 2 * paperMargin,
    assetUrl: (src) => src,
    href: () => undefined,
    lineText: (text) => fillMergeText(text, {}),
    renderLine: (text) => fillMergeText(text, {}),
    renderInline: (runs) =>
      renderRuns(runs, context, (tag) => (
        <span data-merge-field={tag.field} title={`{{${tag.field}}}`}>
          {tag.fallback || `{{${tag.field}}}`}
        </span>
      )),
    ...overrides,
  };
  return context;
}
