import type { BlockOf } from "@/lib/content/document-schema";

const heights = { small: 8, medium: 24, large: 48 } as const;

export function SpacerBlock({ block }: { block: BlockOf<"spacer"> }) {
  const height = heights[block.size];
  return <div style={{ fontSize: 0, lineHeight: `${height}px`, height }}>{"\u00A0"}</div>;
}
