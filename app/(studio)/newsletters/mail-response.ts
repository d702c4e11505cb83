import { z } from "zod";
import { forceScheme } from "@/emails/newsletter/force-scheme";

export const schemeQuery = z.object({ scheme: z.enum(["light", "dark"]).default("light") });

/** What a person or a template put into a mail is shown, never run: no script, no form, no frame, from no origin. */
const policy = [
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "img-src http: https: data:",
  "style-src 'unsafe-inline'",
  "font-src http: https: data:",
  "frame-ancestors 'self'",
].join("; ");

/** A rendered mail as the document of a preview's frame; its links open beside it. */
export function mailResponse(html: string, scheme: "light" | "dark"): Response {
  const framed = forceScheme(html, scheme).replace(/<head[^>]*>/, '$&<base target="_blank"/>');
  return new Response(framed, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
  });
}
