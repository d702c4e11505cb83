import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { layoutTable, wordStyles } from "./block-styles";

type Props = { block: BlockOf<"quote">; context: BlockContext };

export function QuoteBlock({ block, context }: Props) {
  const { theme } = context;
  const words = wordStyles(theme);
  return (
    <table {...layoutTable}>
      <tbody>
        <tr>
          <td
            className="g-mark-line"
            style={{ borderLeft: `4px solid ${theme.light.mark}`, paddingLeft: 20 }}
          >
            <p
              className="g-ink g-quote"
              style={{ ...words.h2, fontSize: 22, lineHeight: "32px", fontWeight: 400, letterSpacing: 0 }}
            >
              {context.renderInline(block.content, { blockId: block.id, field: "content" })}
            </p>
            {block.attribution === undefined ? null : (
              <p className="g-soft" style={{ ...words.small, paddingTop: 8 }}>
                {"— "}
                {context.renderLine(block.attribution, { blockId: block.id, field: "attribution" })}
              </p>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
