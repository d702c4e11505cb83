import type { Block, BlockRole, NewsletterDocument } from "@/lib/content/document-schema";

/** Pictures that templates bring along; a person's own are never replaced. */
const templatePictures = "/templates/";

/**
 * The words of one document in the dress of another: theme, masthead, dividers, and how each kind of block is set come from `template`;
 * every word, link, fact and own picture, their order and ids come from `source`. Nothing that somebody wrote is lost.
 */
export function pourDocument(template: NewsletterDocument, source: NewsletterDocument): NewsletterDocument {
  const patterns = flatten(template.blocks);
  const content = flatten(source.blocks).filter(
    (block) => block.type !== "divider" && block.type !== "spacer",
  );
  const dressed = content
    .filter((block) => !isTemplatePicture(block))
    .map((block) =>
      dress(
        block,
        patterns.find((pattern) => pattern.type === block.type && roleOf(pattern) === roleOf(block)),
      ),
    );
  return {
    version: 1,
    meta: { ...source.meta, theme: template.meta.theme },
    blocks: withOrnaments(template.blocks, dressed),
  };
}

/** Blocks in reading order; columns give up what is in them. */
function flatten(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.type === "columns" ? block.columns.flatMap((column) => column.blocks) : [block],
  );
}

function roleOf(block: Block): BlockRole | undefined {
  if (block.role) return block.role;
  switch (block.type) {
    case "masthead":
      return "masthead";
    case "heading":
      return block.level === 1 ? "headline" : "story-title";
    case "text":
      return block.style === "kicker" ? "kicker" : block.style === "lead" ? "lead" : "body";
    case "image":
      return "picture";
    case "button":
      return "cta";
    case "list":
      return "points";
    case "quote":
      return "quote";
    case "event":
      return "facts";
    case "footer":
      return "footer";
    default:
      return undefined;
  }
}

function dress(block: Block, pattern: Block | undefined): Block {
  switch (block.type) {
    case "masthead":
      return pattern?.type === "masthead" && pattern.style ? { ...block, style: pattern.style } : block;
    case "heading": {
      if (pattern?.type !== "heading") return block;
      const { align: _, ...rest } = block;
      return { ...rest, level: pattern.level, ...(pattern.align ? { align: pattern.align } : {}) };
    }
    case "text": {
      if (pattern?.type !== "text") return block;
      const { align: _, style: __, ...rest } = block;
      const { align, style } = pattern;
      return { ...rest, ...(style ? { style } : {}), ...(align ? { align } : {}) };
    }
    case "button": {
      if (pattern?.type !== "button") return block;
      const { align: _, variant: __, ...rest } = block;
      const { align, variant } = pattern;
      return { ...rest, ...(variant ? { variant } : {}), ...(align ? { align } : {}) };
    }
    default:
      return block;
  }
}

/** Puts the template's dividers and its picture where they stood: after the same kind of block, or before it. */
function withOrnaments(patterns: readonly Block[], content: readonly Block[]): Block[] {
  const result = [...content];
  const taken = new Set(content.map((block) => block.id));
  patterns.forEach((pattern, index) => {
    const isOrnament = pattern.type === "divider" || pattern.type === "spacer" || isTemplatePicture(pattern);
    if (!isOrnament || taken.has(pattern.id)) return;
    if (isTemplatePicture(pattern) && result.some((block) => block.type === "image")) return;
    const place = findPlace(patterns, index, result);
    if (place !== null) result.splice(place, 0, pattern);
  });
  return result;
}

function findPlace(patterns: readonly Block[], index: number, result: readonly Block[]): number | null {
  const pattern = patterns[index];
  const next = patterns.slice(index + 1).find((block) => block.type !== "divider" && block.type !== "spacer");
  const nextRole = next && roleOf(next);
  const before = nextRole ? result.findIndex((block) => roleOf(block) === nextRole) : -1;
  const isTwoInARow = (at: number) => isRule(result[at - 1]) || isRule(result[at]);
  if (before > 0) return pattern && isRule(pattern) && isTwoInARow(before) ? null : before;
  if (!pattern || !isTemplatePicture(pattern)) return null;
  const headline = result.findIndex((block) => roleOf(block) === "headline");
  return headline >= 0 ? headline + 1 : Math.min(1, result.length);
}

function isRule(block: Block | undefined): boolean {
  return block?.type === "divider" || block?.type === "spacer";
}

function isTemplatePicture(block: Block): boolean {
  return block.type === "image" && block.src.startsWith(templatePictures);
}
