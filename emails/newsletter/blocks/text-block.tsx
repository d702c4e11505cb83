import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { wordStyles } from "./block-styles";

type Props = { block: BlockOf<"text">; context: BlockContext };

const colorClasses = {
  body: "g-ink",
  lead: "g-ink g-lead",
  small: "g-soft",
  kicker: "g-accent-text",
} as const;

export function TextBlock({ block, context }: Props) {
  const kind = block.style ?? "body";
  return (
    <p
      className={colorClasses[kind]}
      style={{ ...wordStyles(context.theme)[kind], textAlign: block.align ?? "left" }}
    >
      {context.renderInline(block.content, { blockId: block.id, field: "content" })}
    </p>
  );
}
