import type { Messages } from "next-intl";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Area = keyof Messages;

/** Areas that only server components of public pages read; they stay out of the studio's payload. */
const serverOnly: readonly Area[] = ["marketing"];

/**
 * Hands texts to the client components below: the named areas, or with `areas="studio"` all that the
 * signed-in product may need. A public page names what it uses, so that its payload stays small.
 */
export async function ClientMessages({
  areas,
  children,
}: {
  areas: "studio" | readonly Area[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const wanted = Object.fromEntries(
    Object.entries(messages).filter(([area]) =>
      areas === "studio" ? !serverOnly.some((name) => name === area) : areas.some((name) => name === area),
    ),
  );
  return <NextIntlClientProvider messages={wanted}>{children}</NextIntlClientProvider>;
}
