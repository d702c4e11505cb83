import type { CSSProperties } from "react";
import type { ResolvedTheme } from "@/lib/content/theme";

/**
 * Styles that blocks share. Every colour stands twice: inline for light, and by class (`g-…`) for the dark rules of
 * the style sheet, because mail programs keep one or the other.
 */
export function wordStyles(
  theme: ResolvedTheme,
): Record<"h1" | "h2" | "h3" | "body" | "lead" | "small" | "kicker", CSSProperties> {
  const heading = {
    margin: 0,
    color: theme.light.ink,
    fontFamily: theme.headingFont,
    fontWeight: theme.headingWeight,
    letterSpacing: `${theme.headingTracking}em`,
    textWrap: "balance" as const,
  };
  const body = {
    margin: 0,
    color: theme.light.ink,
    fontFamily: theme.bodyFont,
    fontWeight: 400,
    textWrap: "pretty" as const,
  };
  return {
    h1: { ...heading, fontSize: 36, lineHeight: "42px" },
    h2: { ...heading, fontSize: 25, lineHeight: "32px" },
    h3: { ...heading, fontSize: 19, lineHeight: "26px", letterSpacing: `${theme.headingTracking / 2}em` },
    body: { ...body, fontSize: theme.bodySize, lineHeight: `${theme.bodyLineHeight}px` },
    lead: { ...body, fontSize: 19, lineHeight: "30px" },
    small: { ...body, fontSize: 14, lineHeight: "22px", color: theme.light.soft },
    kicker: {
      ...body,
      fontSize: 12,
      lineHeight: "18px",
      fontWeight: 600,
      letterSpacing: "0.09em",
      textTransform: "uppercase",
      color: theme.light.accentText,
    },
  };
}

/** For layout tables: no spacing of their own, as wide as there is room. */
export const layoutTable = {
  role: "presentation",
  width: "100%",
  cellPadding: 0,
  cellSpacing: 0,
  border: 0,
  style: { borderCollapse: "separate", borderSpacing: 0, width: "100%" } as CSSProperties,
} as const;

/** Properties that only Outlook's Word engine reads; React's types do not know them. */
export function outlookStyle(properties: Record<`mso${string}`, string>): CSSProperties {
  return properties as CSSProperties;
}

/** The attribute that old mail programs read instead of `background-color`; React's types do not know it. */
export function cellColor(color: string): object {
  return { bgcolor: color };
}
