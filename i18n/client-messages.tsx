import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Areas that only server components of public pages read; they stay out of the studio's payload. */
const serverOnly: readonly string[] = ["marketing"];

/**
 * Hands texts to the client components below: the named areas, or with `areas="studio"` all that the
 * signed-in product may need. A public page names what it uses, so that its payload stays small.
 */
export async function ClientMessages({
  areas,
  children,
}: {
  areas: "studio" | readonly string[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const wanted = Object.fromEntries(
    Object.entries(messages).filter(([area]) =>
      areas === "studio" ? !serverOnly.includes(area) : areas.includes(area),
    ),
  );
  return <NextIntlClientProvider messages={wanted}>{children}</NextIntlClientProvider>;
}
