import type { Block } from "./block-schema";
import { type NewsletterDocument, walkBlocks } from "./document-schema";
import type { Inline } from "./inline-schema";
import { type MergeTag, parseMergeText } from "./merge-tags";

export type PlacedMergeTag = MergeTag & { blockId?: string; place: "subject" | "preheader" | "block" };

/** Every merge tag of a document in reading order, with where it stands; addresses are read too. */
export function collectMergeTags(document: NewsletterDocument): PlacedMergeTag[] {
  const { subject, preheader } = document.meta;
  return [
    ...tagsInText(subject).map((tag) => ({ ...tag, place: "subject" as const })),
    ...tagsInText(preheader).map((tag) => ({ ...tag, place: "preheader" as const })),
    ...Array.from(walkBlocks(document.blocks)).flatMap((block) =>
      tagsInBlock(block).map((tag) => ({ ...tag, place: "block" as const, blockId: block.id })),
    ),
  ];
}

function tagsInBlock(block: Block): MergeTag[] {
  switch (block.type) {
    case "heading":
    case "text":
      return tagsInInline(block.content);
    case "quote":
      return [...tagsInInline(block.content), ...tagsInText(block.attribution)];
    case "masthead":
      return [...tagsInText(block.title), ...tagsInText(block.note)];
    case "image":
      return [...tagsInText(block.alt), ...tagsInText(block.href), ...tagsInInline(block.caption ?? [])];
    case "button":
      return [...tagsInText(block.label), ...tagsInText(block.href)];
    case "list":
      return block.items.flatMap(tagsInInline);
    case "event":
      return [
        ...tagsInText(block.title),
        ...block.facts.flatMap((fact) => tagsInText(`${fact.label} ${fact.value}`)),
      ];
    case "social":
      return block.links.flatMap((link) => tagsInText(link.url));
    case "footer":
      return tagsInInline(block.note ?? []);
    case "columns":
    case "divider":
    case "spacer":
    case "code":
      return [];
  }
}

function tagsInText(text: string | undefined): MergeTag[] {
  return parseMergeText(text ?? "").filter((part) => typeof part !== "string");
}

function tagsInInline(runs: readonly Inline[]): MergeTag[] {
  return runs.flatMap((run) => {
    if (run.type === "break") return [];
    const inAddress = tagsInText(run.href);
    return run.type === "merge" ? [{ field: run.field, fallback: run.fallback }, ...inAddress] : inAddress;
  });
}
