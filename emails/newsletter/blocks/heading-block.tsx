import { createElement } from "react";
import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { wordStyles } from "./block-styles";

type Props = { block: BlockOf<"heading">; context: BlockContext };

export function HeadingBlock({ block, context }: Props) {
  const tag = (["h1", "h2", "h3"] as const)[block.level - 1] ?? "h3";
  const style = { ...wordStyles(context.theme)[tag], textAlign: block.align ?? "left" };
  return createElement(
    tag,
    { className: `g-ink g-${tag}`, style },
    context.renderInline(block.content, { blockId: block.id, field: "content" }),
  );
}
