import { Head, Html } from "react-email";
import type { Block, BlockOf, NewsletterDocument } from "@/lib/content/document-schema";
import type { BlockContext } from "./blocks/block-context";
import { spaceBefore } from "./blocks/block-spacing";
import { cellColor, layoutTable } from "./blocks/block-styles";
import { FooterBlock, type FooterFacts } from "./blocks/footer-block";
import { NewsletterBlock } from "./blocks/newsletter-block";
import { styleSheet } from "./style-sheet";

type Props = {
  document: NewsletterDocument;
  context: BlockContext;
  footer: FooterFacts;
  title: string;
  preheader: string;
  openPixel: string | undefined;
};

/** The whole mail: one centred paper of 600 px on its ground, the footer on the ground beneath. */
export function NewsletterEmail({ document, context, footer, title, preheader, openPixel }: Props) {
  const { light, bodyFont } = context.theme;
  const notes = document.blocks.filter((block): block is BlockOf<"footer"> => block.type === "footer");
  const blocks = document.blocks.filter((block) => block.type !== "footer");
  return (
    <Html lang={document.meta.language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{styleSheet(context.theme)}</style>
      </Head>
      <body
        className="g-ground"
        style={{
          margin: 0,
          padding: 0,
          backgroundColor: light.ground,
          fontFamily: bodyFont,
          wordBreak: "break-word",
        }}
      >
        {preheader === "" ? null : <Preheader text={preheader} />}
        <table {...layoutTable} {...cellColor(light.ground)} className="g-ground">
          <tbody>
            <tr>
              <td align="center" className="g-ground g-outer" style={{ padding: "32px 16px 0" }}>
                <table {...layoutTable} width={600} style={{ ...layoutTable.style, maxWidth: 600 }}>
                  <tbody>
                    <Paper blocks={blocks} context={context} />
                    <tr>
                      <td className="g-gutter" align="left" style={{ padding: "28px 40px 48px" }}>
                        <FooterBlock notes={notes} facts={footer} context={context} />
                        {openPixel === undefined ? null : <OpenPixel src={openPixel} />}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </Html>
  );
}

function Paper({ blocks, context }: { blocks: readonly Block[]; context: BlockContext }) {
  const { light } = context.theme;
  const startsWide = blocks[0] !== undefined && isWide(blocks[0]);
  return (
    <tr>
      <td
        className="g-paper"
        {...cellColor(light.paper)}
        align="left"
        style={{ backgroundColor: light.paper, padding: startsWide ? "0 0 48px" : "40px 0 48px" }}
      >
        <table {...layoutTable}>
          <tbody>
            {blocks.map((block, index) => (
              <tr key={block.id}>
                <td
                  className={isWide(block) ? undefined : "g-gutter"}
                  style={{
                    padding: `${spaceBefore(blocks[index - 1], block)}px ${isWide(block) ? "0" : "40px"} 0`,
                  }}
                >
                  <NewsletterBlock block={block} context={context} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </td>
    </tr>
  );
}

function isWide(block: Block): boolean {
  return (
    (block.type === "image" && block.wide === true) || (block.type === "masthead" && block.style === "band")
  );
}

// Blank characters after the words keep the first lines of the mail out of the inbox's preview.
const previewFiller = "\u00A0\u200C\u034F".repeat(60);

function Preheader({ text }: { text: string }) {
  const hidden = {
    display: "none",
    overflow: "hidden",
    maxHeight: 0,
    maxWidth: 0,
    opacity: 0,
    fontSize: "1px",
    lineHeight: "1px",
  };
  return (
    <div aria-hidden="true" data-preheader="" style={hidden}>
      {text + previewFiller}
    </div>
  );
}

function OpenPixel({ src }: { src: string }) {
  return <img src={src} alt="" width={1} height={1} style={{ display: "block", border: 0 }} />;
}
