import type { BlockOf } from "@/lib/content/document-schema";
import { networkName } from "../footer-words";
import type { BlockContext } from "./block-context";
import { wordStyles } from "./block-styles";
import { linkStyle } from "./inline-runs";

type Props = { block: BlockOf<"social">; context: BlockContext };

/** Names rather than icons: they need no pictures and read the same everywhere. */
export function SocialBlock({ block, context }: Props) {
  return (
    <p className="g-soft" style={wordStyles(context.theme).small}>
      {block.links.map((link, index) => (
        <span key={`${link.network}-${link.url}`}>
          {index === 0 ? "" : "\u00A0\u00A0·\u00A0 "}
          <a
            href={context.href(link, link.url)}
            className="g-accent-text"
            style={{ ...linkStyle(context.theme), whiteSpace: "nowrap" }}
          >
            {networkName(link.network, context.language)}
          </a>
        </span>
      ))}
    </p>
  );
}
