import type { ReactNode } from "react";
import type { Block, ColumnBlock } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { ButtonBlock } from "./button-block";
import { CodeBlock } from "./code-block";
import { ColumnsBlock } from "./columns-block";
import { DividerBlock } from "./divider-block";
import { EventBlock } from "./event-block";
import { HeadingBlock } from "./heading-block";
import { ImageBlock } from "./image-block";
import { ListBlock } from "./list-block";
import { MastheadBlock } from "./masthead-block";
import { QuoteBlock } from "./quote-block";
import { SocialBlock } from "./social-block";
import { SpacerBlock } from "./spacer-block";
import { TextBlock } from "./text-block";

type Props = {
  block: Block;
  context: BlockContext;
  /** How a columns block draws what is in it; by default like everything else. */
  renderBlock?: (block: ColumnBlock, context: BlockContext) => ReactNode;
};

/**
 * Any block but the footer, which `FooterBlock` draws from all footer blocks together, at the end. The same
 * elements in the mail and in the canvas; no space around them (see `spaceBefore`).
 */
export function NewsletterBlock({ block, context, renderBlock }: Props) {
  switch (block.type) {
    case "masthead":
      return <MastheadBlock block={block} context={context} />;
    case "heading":
      return <HeadingBlock block={block} context={context} />;
    case "text":
      return <TextBlock block={block} context={context} />;
    case "image":
      return <ImageBlock block={block} context={context} />;
    case "button":
      return <ButtonBlock block={block} context={context} />;
    case "columns":
      return <ColumnsBlock block={block} context={context} renderBlock={renderBlock ?? renderPlainBlock} />;
    case "divider":
      return <DividerBlock block={block} context={context} />;
    case "spacer":
      return <SpacerBlock block={block} />;
    case "quote":
      return <QuoteBlock block={block} context={context} />;
    case "list":
      return <ListBlock block={block} context={context} />;
    case "code":
      return <CodeBlock block={block} context={context} />;
    case "event":
      return <EventBlock block={block} context={context} />;
    case "social":
      return <SocialBlock block={block} context={context} />;
    case "footer":
      return null;
  }
}

function renderPlainBlock(block: ColumnBlock, context: BlockContext): ReactNode {
  return <NewsletterBlock block={block} context={context} />;
}
