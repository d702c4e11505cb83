import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RememberTimeZone } from "@/components/shell/remember-time-zone";
import { ThemeProvider } from "@/components/shell/theme-provider";
import { ClientMessages } from "@/i18n/client-messages";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("words");
  return {
    title: { default: "Galley", template: "%s · Galley" },
    description: t("productSentence"),
    icons: { icon: { url: "/logo.svg", type: "image/svg+xml" }, apple: "/apple-icon.png" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={fontVariables} suppressHydrationWarning>
      <body>
        <ThemeProvider>
          <ClientMessages areas={["words", "states", "auth"]}>{children}</ClientMessages>
        </ThemeProvider>
        <RememberTimeZone />
      </body>
    </html>
  );
}
