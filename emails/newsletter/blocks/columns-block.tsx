import { Fragment, type ReactNode } from "react";
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
            <Fragment key={column.id}>
              {index === 0 ? null : (
                <td
                  className="g-gap"
                  width={columnGap}
                  style={{ width: columnGap, fontSize: 0, lineHeight: 0 }}
                >
                  {"\u00A0"}
                </td>
              )}
              <td
                className={index === 0 ? "g-column" : "g-column g-column-next"}
                width={width}
                valign="top"
                style={{ width }}
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
            </Fragment>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
