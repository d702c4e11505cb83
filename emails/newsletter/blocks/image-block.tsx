import type { BlockOf } from "@/lib/content/document-schema";
import { type BlockContext, paperMargin, paperWidth } from "./block-context";
import { wordStyles } from "./block-styles";

type Props = { block: BlockOf<"image">; context: BlockContext };

/** A picture with its size written down, so that nothing jumps while it loads. */
export function ImageBlock({ block, context }: Props) {
  const isWide = block.wide === true && context.innerWidth === paperWidth - 2 * paperMargin;
  // On a telephone columns become as wide as the paper, and a picture that filled its column follows.
  const isFilling = !isWide && block.width >= context.innerWidth;
  const room = isWide ? paperWidth : context.innerWidth;
  const width = Math.min(block.width, room);
  const height = block.height === undefined ? undefined : Math.round((block.height * width) / block.width);
  const words = wordStyles(context.theme);
  const picture =
    block.src === "" ? null : (
      <img
        src={context.assetUrl(block.src)}
        alt={context.lineText(block.alt)}
        width={width}
        {...(height === undefined ? {} : { height })}
        className={isFilling ? "g-soft g-fill" : "g-soft"}
        style={{
          ...words.small,
          display: "block",
          width: "100%",
          maxWidth: width,
          height: "auto",
          border: 0,
          outline: "none",
          textDecoration: "none",
        }}
      />
    );
  return (
    <>
      {block.href && picture ? (
        <a href={context.href(block, block.href)} style={{ display: "block", textDecoration: "none" }}>
          {picture}
        </a>
      ) : (
        picture
      )}
      {block.caption === undefined ? null : (
        <p
          className={isWide ? "g-soft g-gutter" : "g-soft"}
          style={{
            ...words.small,
            fontSize: 13,
            lineHeight: "20px",
            padding: isWide ? "8px 40px 0" : "8px 0 0",
          }}
        >
          {context.renderInline(block.caption, { blockId: block.id, field: "caption" })}
        </p>
      )}
    </>
  );
}
