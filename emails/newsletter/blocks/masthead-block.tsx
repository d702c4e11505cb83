import type { CSSProperties } from "react";
import type { BlockOf } from "@/lib/content/document-schema";
import type { BlockContext } from "./block-context";
import { cellColor, layoutTable, wordStyles } from "./block-styles";

type Props = { block: BlockOf<"masthead">; context: BlockContext };

/** The publication's name: plain in one line, ruled like a paper's title, or a band of colour. */
export function MastheadBlock({ block, context }: Props) {
  if (block.style === "ruled") return <RuledMasthead block={block} context={context} />;
  if (block.style === "band") return <BandMasthead block={block} context={context} />;
  const { theme } = context;
  const words = wordStyles(theme);
  return (
    <table {...layoutTable}>
      <tbody>
        <tr>
          <td className="g-ink" style={{ ...words.h3, verticalAlign: "baseline" }}>
            {context.renderLine(block.title, { blockId: block.id, field: "title" })}
          </td>
          {block.note === undefined ? null : (
            <td
              className="g-soft"
              align="right"
              style={{ ...words.small, ...noteStyle(block.note), verticalAlign: "baseline" }}
            >
              {context.renderLine(block.note, { blockId: block.id, field: "note" })}
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

/** A short note stays on one line beside a long title. */
function noteStyle(note: string): CSSProperties {
  return {
    fontSize: 13,
    ...(note.length <= 24 ? { whiteSpace: "nowrap", paddingLeft: 16 } : { paddingLeft: 16 }),
  };
}

function RuledMasthead({ block, context }: Props) {
  const { theme } = context;
  const words = wordStyles(theme);
  const rule = theme.light.ink;
  return (
    <table {...layoutTable}>
      <tbody>
        <tr>
          <td
            className="g-rule"
            style={{ borderTop: `3px solid ${rule}`, fontSize: 0, lineHeight: "3px", height: 3 }}
          >
            {"\u00A0"}
          </td>
        </tr>
        <tr>
          <td
            className="g-rule"
            style={{ borderTop: `1px solid ${rule}`, fontSize: 0, lineHeight: "14px", height: 14 }}
          >
            {"\u00A0"}
          </td>
        </tr>
        <tr>
          <td
            className="g-ink g-masthead"
            align="center"
            style={{ ...words.h1, fontSize: 40, lineHeight: "46px" }}
          >
            {context.renderLine(block.title, { blockId: block.id, field: "title" })}
          </td>
        </tr>
        {block.note === undefined ? null : (
          <tr>
            <td
              className="g-soft"
              align="center"
              style={{ ...words.small, fontSize: 13, lineHeight: "20px", paddingTop: 6 }}
            >
              {context.renderLine(block.note, { blockId: block.id, field: "note" })}
            </td>
          </tr>
        )}
        <tr>
          <td
            className="g-rule"
            style={{ borderBottom: `1px solid ${rule}`, fontSize: 0, lineHeight: "14px", height: 14 }}
          >
            {"\u00A0"}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function BandMasthead({ block, context }: Props) {
  const { theme } = context;
  const words = wordStyles(theme);
  const on = { color: theme.light.onAccent };
  return (
    <table {...layoutTable} {...cellColor(theme.light.accent)} className="g-accent">
      <tbody>
        <tr>
          <td
            className="g-accent g-band"
            {...cellColor(theme.light.accent)}
            style={{ backgroundColor: theme.light.accent, padding: "20px 40px" }}
          >
            <table {...layoutTable}>
              <tbody>
                <tr>
                  <td className="g-on-accent" style={{ ...words.h3, ...on }}>
                    {context.renderLine(block.title, { blockId: block.id, field: "title" })}
                  </td>
                  {block.note === undefined ? null : (
                    <td
                      className="g-on-accent"
                      align="right"
                      style={{ ...words.small, ...on, ...noteStyle(block.note) }}
                    >
                      {context.renderLine(block.note, { blockId: block.id, field: "note" })}
                    </td>
                  )}
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
