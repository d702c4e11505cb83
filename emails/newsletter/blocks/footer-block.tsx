import { Fragment } from "react";
import type { BlockOf } from "@/lib/content/document-schema";
import { footerWords } from "../footer-words";
import type { BlockContext } from "./block-context";
import { wordStyles } from "./block-styles";

export type FooterFacts = {
  workspaceName: string;
  postalAddress: string;
  /** Addresses to leave by; `webView` is left out where the reader is in the browser already. */
  links: { unsubscribe: string; preferences: string; webView?: string | undefined };
};

type Props = { notes: readonly BlockOf<"footer">[]; facts: FooterFacts; context: BlockContext };

/** Who sends this and how to leave: drawn under every newsletter, whatever its blocks say. */
export function FooterBlock({ notes, facts, context }: Props) {
  const words = footerWords[context.language];
  const style = { ...wordStyles(context.theme).small, fontSize: 13, lineHeight: "21px" };
  const link = {
    color: context.theme.light.soft,
    textDecoration: "underline",
    display: "inline-block",
    marginRight: 20,
  };
  const ways = [
    { href: facts.links.unsubscribe, label: words.unsubscribe },
    { href: facts.links.preferences, label: words.preferences },
    ...(facts.links.webView === undefined ? [] : [{ href: facts.links.webView, label: words.webView }]),
  ];
  return (
    <>
      {notes.map((block) =>
        block.note === undefined || block.note.length === 0 ? null : (
          <p key={block.id} className="g-soft" style={{ ...style, paddingBottom: 12 }}>
            {context.renderInline(block.note, { blockId: block.id, field: "note" })}
          </p>
        ),
      )}
      <p className="g-soft" style={style}>
        {words.why(facts.workspaceName)}
      </p>
      <p className="g-soft" style={style}>
        {facts.postalAddress}
      </p>
      <p className="g-soft" style={{ ...style, paddingTop: 12 }}>
        {ways.map((way) => (
          <Fragment key={way.label}>
            <a href={way.href} className="g-soft" style={link}>
              {way.label}
            </a>{" "}
          </Fragment>
        ))}
      </p>
    </>
  );
}
