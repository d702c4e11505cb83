import type { ReactNode } from "react";
import type { Inline } from "@/lib/content/document-schema";
import type { ResolvedTheme } from "@/lib/content/theme";
import type { LinkSource } from "../collect-links";

/** Where in a block words stand, so that a canvas can put an editor there. `items.2` is the third list item. */
export type WordsPlace = { blockId: string; field: string };

/** What a block needs from whoever draws it: the mail, or the canvas in the browser. */
export type BlockContext = {
  theme: ResolvedTheme;
  language: "en" | "pt";
  /** Room for words inside the paper or column, in pixels. */
  innerWidth: number;
  assetUrl: (src: string) => string;
  /** The address to put on a link; undefined draws it without one. */
  href: (source: LinkSource, url: string) => string | undefined;
  renderInline: (runs: readonly Inline[], place: WordsPlace) => ReactNode;
  /** One plain line that may hold merge tags. */
  renderLine: (text: string, place: WordsPlace) => ReactNode;
  /** The same as plain text, for attributes. */
  lineText: (text: string) => string;
};

/** Width of the paper and its margins on a desk, in pixels; telephones get 24 px margins by media query. */
export const paperWidth = 600;
export const paperMargin = 40;
export const columnGap = 24;
