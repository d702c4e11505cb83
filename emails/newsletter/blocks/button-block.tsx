import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { cellColor, outlookStyle } from "./block-styles";

type Props = { block: BlockOf<"button">; context: BlockContext };

/** The whole cell is coloured and the whole link is padded: Outlook pads cells only, others must be tappable. */
export function ButtonBlock({ block, context }: Props) {
  const { light, bodyFont } = context.theme;
  const isOutline = block.variant === "outline";
  const cell = isOutline
    ? { border: `2px solid ${light.accentText}` }
    : { backgroundColor: light.accent, border: `2px solid ${light.accent}` };
  return (
    <table
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      {...(block.align === "center" ? { align: "center" } : {})}
      className={block.align === "center" ? "g-button g-button-center" : "g-button"}
      style={{
        borderCollapse: "separate",
        borderSpacing: 0,
        ...(block.align === "center" ? { margin: "0 auto" } : {}),
      }}
    >
      <tbody>
        <tr>
          <td
            align="center"
            {...(isOutline ? {} : cellColor(light.accent))}
            className={isOutline ? "g-outline" : "g-accent g-accent-line"}
            style={{ ...cell, borderRadius: 6, ...outlookStyle({ msoPaddingAlt: "12px 26px" }) }}
          >
            <a
              href={context.href(block, block.href)}
              className={isOutline ? "g-accent-text" : "g-on-accent"}
              style={{
                display: "inline-block",
                padding: "12px 26px",
                fontFamily: bodyFont,
                fontSize: 16,
                lineHeight: "22px",
                fontWeight: 600,
                color: isOutline ? light.accentText : light.onAccent,
                textDecoration: "none",
                borderRadius: 4,
              }}
            >
              {context.renderLine(block.label, { blockId: block.id, field: "label" })}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
