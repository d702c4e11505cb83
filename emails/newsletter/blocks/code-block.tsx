import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { cellColor, layoutTable } from "./block-styles";

type Props = { block: BlockOf<"code">; context: BlockContext };

export function CodeBlock({ block, context }: Props) {
  const { light, codeFont } = context.theme;
  return (
    <table {...layoutTable}>
      <tbody>
        <tr>
          <td
            className="g-tint g-line"
            {...cellColor(light.tint)}
            style={{
              backgroundColor: light.tint,
              border: `1px solid ${light.line}`,
              borderRadius: 6,
              padding: "16px 20px",
            }}
          >
            <pre
              className="g-ink"
              style={{
                margin: 0,
                fontFamily: codeFont,
                fontSize: 13,
                lineHeight: "21px",
                color: light.ink,
                whiteSpace: "pre-wrap",
                tabSize: 2,
                overflowWrap: "anywhere",
              }}
            >
              {block.code}
            </pre>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
