import type { ReactNode } from "react";
import type { BlockOf, ColumnBlock } from "@/lib/content/document-schema";
import { type BlockContext, columnGap } from "./block-context";
import { spaceBefore } from "./block-spacing";
import { layoutTable } from "./block-styles";

type Props = {
  block: BlockOf<"columns">;
  context: BlockContext;
  /** Draws one block of a column; a canvas wraps it with its own handles. */
  renderBlock: (block: ColumnBlock, context: BlockContext) => ReactNode;
};

/** Side by side on a desk, one below the other on a telephone. */
export function ColumnsBlock({ block, context, renderBlock }: Props) {
  const count = block.columns.length;
  const width = Math.floor((context.innerWidth - columnGap * (count - 1)) / count);
  return (
    <table {...layoutTable}>
      <tbody>
        <tr>
          {block.columns.map((column, index) => (
            <td
              key={column.id}
              className={index === 0 ? "g-column" : "g-column g-column-next"}
              width={index === 0 ? width : width + columnGap}
              valign="top"
              style={{
                width: index === 0 ? width : width + columnGap,
                paddingLeft: index === 0 ? 0 : columnGap,
              }}
            >
              <table {...layoutTable}>
                <tbody>
                  {column.blocks.map((inner, at) => (
                    <tr key={inner.id}>
                      <td style={{ paddingTop: spaceBefore(column.blocks[at - 1], inner) }}>
                        {renderBlock(inner, { ...context, innerWidth: width })}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
