import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { cellColor, layoutTable } from "./block-styles";

type Props = { block: BlockOf<"divider">; context: BlockContext };

/** A hairline across, or a short stroke of the marker. */
export function DividerBlock({ block, context }: Props) {
  const { light } = context.theme;
  const isMark = block.style === "mark";
  return (
    <table {...layoutTable} {...(isMark ? { width: 48, style: { ...layoutTable.style, width: 48 } } : {})}>
      <tbody>
        <tr>
          <td
            className={isMark ? "g-mark" : "g-line"}
            {...(isMark ? cellColor(light.mark) : {})}
            style={{
              ...(isMark
                ? { backgroundColor: light.mark, height: 4 }
                : { borderTop: `1px solid ${light.line}`, height: 1 }),
              fontSize: 0,
              lineHeight: isMark ? "4px" : "1px",
            }}
          >
            {"\u00A0"}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
