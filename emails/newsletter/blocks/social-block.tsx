import { Fragment } from "react";
import type { BlockOf } from "@/lib/content/document-schema";
import { networkName } from "../footer-words";
import type { BlockContext } from "./block-context";
import { wordStyles } from "./block-styles";
import { linkStyle } from "./inline-runs";

type Props = { block: BlockOf<"social">; context: BlockContext };

/** Names rather than icons: they need no pictures and read the same everywhere. */
export function SocialBlock({ block, context }: Props) {
  const style = { ...linkStyle(context.theme), display: "inline-block", marginRight: 20 };
  return (
    <p className="g-soft" style={wordStyles(context.theme).small}>
      {block.links.map((link) => (
        <Fragment key={`${link.network} ${link.url}`}>
          <a href={context.href(link, link.url)} className="g-accent-text" style={style}>
            {networkName(link.network, context.language)}
          </a>{" "}
        </Fragment>
      ))}
    </p>
  );
}
