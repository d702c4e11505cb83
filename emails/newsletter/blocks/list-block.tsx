import { createElement } from "react";
import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { wordStyles } from "./block-styles";

type Props = { block: BlockOf<"list">; context: BlockContext };

export function ListBlock({ block, context }: Props) {
  const words = wordStyles(context.theme);
  // Positional children: items have no identity of their own.
  const items = block.items.map((item, index) =>
    createElement(
      "li",
      { style: { margin: 0, padding: `${index === 0 ? 0 : 8}px 0 0 4px` } },
      context.renderInline(item, { blockId: block.id, field: `items.${index}` }),
    ),
  );
  return createElement(
    block.ordered ? "ol" : "ul",
    { className: "g-ink", style: { ...words.body, padding: "0 0 0 24px" } },
    ...items,
  );
}
