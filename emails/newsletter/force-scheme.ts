/** The same mail as a reader with the other setting sees it, for a preview with a light and dark switch. */
export function forceScheme(html: string, scheme: "light" | "dark"): string {
  const media = "@media (prefers-color-scheme:dark)";
  return html.replaceAll(media, scheme === "dark" ? "@media all" : "@media not all");
}
