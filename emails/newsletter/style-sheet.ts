import type { ResolvedTheme, ThemeColors } from "@/lib/content/theme";

/**
 * What cannot be written inline: telephones and dark mode. Everything holds together without it, for mail programs
 * that take the style sheet away. Colours come from the checked theme only.
 */
export function styleSheet(theme: ResolvedTheme): string {
  return [
    ":root{color-scheme:light dark;supported-color-schemes:light dark}",
    "body,table,td,p,a,li{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}",
    "a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}",
    phoneRules,
    `@media (prefers-color-scheme:dark){${colorRules(theme.dark, "")}}`,
    // Outlook.com and its apps drop the media query and mark what they recolour with these attributes.
    colorRules(theme.dark, "[data-ogsc] "),
  ].join("");
}

const phoneRules = [
  "@media (max-width:620px){",
  ".g-outer{padding:0!important}",
  ".g-gutter{padding-left:24px!important;padding-right:24px!important}",
  ".g-band{padding:18px 24px!important}",
  ".g-h1{font-size:30px!important;line-height:36px!important}",
  ".g-h2{font-size:23px!important;line-height:30px!important}",
  ".g-masthead{font-size:32px!important;line-height:38px!important}",
  ".g-lead{font-size:18px!important;line-height:28px!important}",
  ".g-quote{font-size:20px!important;line-height:29px!important}",
  ".g-fact{width:80px!important}",
  ".g-column{display:block!important;width:100%!important;box-sizing:border-box!important}",
  ".g-gap{display:none!important}",
  ".g-fill{max-width:100%!important}",
  ".g-column-next{padding-top:32px!important}",
  "}",
].join("");

function colorRules(colors: ThemeColors, scope: string): string {
  const rule = (name: string, declarations: string) => `${scope}.g-${name}{${declarations}}`;
  return [
    rule("ground", `background-color:${colors.ground}!important`),
    rule("paper", `background-color:${colors.paper}!important`),
    rule("tint", `background-color:${colors.tint}!important`),
    rule("accent", `background-color:${colors.accent}!important`),
    rule("mark", `background-color:${colors.mark}!important`),
    rule("ink", `color:${colors.ink}!important`),
    rule("soft", `color:${colors.soft}!important`),
    rule("accent-text", `color:${colors.accentText}!important`),
    rule("on-accent", `color:${colors.onAccent}!important`),
    rule("line", `border-color:${colors.line}!important`),
    rule("rule", `border-color:${colors.ink}!important`),
    rule("mark-line", `border-color:${colors.mark}!important`),
    rule("accent-line", `border-color:${colors.accent}!important`),
    rule("outline", `border-color:${colors.accentText}!important`),
  ].join("");
}
