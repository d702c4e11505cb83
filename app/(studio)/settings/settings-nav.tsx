"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

const places = [
  { href: "/settings/profile", text: "profile" },
  { href: "/settings/workspace", text: "workspace" },
  { href: "/settings/api-keys", text: "apiKeys" },
] as const;

/** The rooms of settings, above each of their pages. */
export function SettingsNav() {
  const t = useTranslations("settings");
  const path = usePathname();
  return (
    <nav aria-label={t("title")} className="mb-8 flex gap-5 overflow-x-auto border-b [scrollbar-width:none]">
      {places.map(({ href, text }) => {
        const isHere = path === href || path.startsWith(`${href}/`);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={cn(
              "-mb-px whitespace-nowrap border-transparent border-b-2 py-2.5 text-base text-ink-soft hover:text-ink focus-visible:-outline-offset-2",
              isHere && "border-accent font-medium text-ink",
            )}
          >
            {t(text)}
          </Link>
        );
      })}
    </nav>
  );
}
