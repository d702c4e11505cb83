/**
 * What the mail's style sheet does on telephones, for a canvas that is only as wide as one: media queries look at the window, so the
 * same rules are bound to the canvas here. See emails/newsletter/style-sheet.ts.
 */
const rules = [
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
];

/** For the phone's view anywhere, and for every view on a telephone itself. */
export const phoneRules = [
  ...rules.map((rule) => `[data-canvas="phone"] ${rule}`),
  "@media (max-width:719px){",
  ...rules.map((rule) => `[data-canvas] ${rule}`),
  "}",
].join("");
