import { createElement } from "react";
import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { cellColor, layoutTable, wordStyles } from "./block-styles";

type Props = { block: BlockOf<"event">; context: BlockContext };

/** The facts of a happening in a panel: what, when, where, how much, each label beside its value. */
export function EventBlock({ block, context }: Props) {
  const { theme } = context;
  const { light } = theme;
  const words = wordStyles(theme);
  // Positional children: facts have no identity of their own.
  const facts = block.facts.map((fact, index) => {
    const cell = {
      ...(index === 0 ? {} : { borderTop: `1px solid ${light.line}` }),
      padding: "9px 0",
      verticalAlign: "top",
      lineHeight: "24px",
    };
    const place = (part: string) => ({ blockId: block.id, field: `facts.${index}.${part}` });
    const label = { ...words.small, ...cell, width: 112, paddingRight: 12 };
    return createElement(
      "tr",
      null,
      <td className="g-soft g-line g-fact" width={112} style={label}>
        {context.renderLine(fact.label, place("label"))}
      </td>,
      <td className="g-ink g-line" style={{ ...words.body, ...cell, fontWeight: 600 }}>
        {context.renderLine(fact.value, place("value"))}
      </td>,
    );
  });
  return (
    <table {...layoutTable}>
      <tbody>
        <tr>
          <td
            className="g-tint g-mark-line"
            {...cellColor(light.tint)}
            style={{
              backgroundColor: light.tint,
              borderTop: `4px solid ${light.mark}`,
              padding: "20px 24px 22px",
            }}
          >
            {block.title === undefined ? null : (
              <p className="g-ink" style={{ ...words.h3, paddingBottom: 12 }}>
                {context.renderLine(block.title, { blockId: block.id, field: "title" })}
              </p>
            )}
            <table {...layoutTable}>{createElement("tbody", null, ...facts)}</table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
