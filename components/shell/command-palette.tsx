"use client";

import { type LucideIcon, MessageSquarePlus, Search, Send, Upload, UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog as DialogPrimitive } from "radix-ui";
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { Kbd } from "@/components/ui/kbd";
import { places } from "./places";

type Making = {
  name: "newNewsletter" | "newCampaign" | "importContacts" | "addContact";
  href: string;
  icon: LucideIcon;
};

const makings: readonly Making[] = [
  ...(FEATURE_CHAT
    ? [{ name: "newNewsletter", href: "/chat", icon: MessageSquarePlus } satisfies Making]
    : []),
  { name: "newCampaign", href: "/campaigns/new", icon: Send },
  { name: "importContacts", href: "/contacts?import", icon: Upload },
  { name: "addContact", href: "/contacts?add", icon: UserPlus },
];

type CommandPaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** ⌘K: go to a page, or make something. */
export function CommandPalette({ isOpen, onOpenChange }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  function go(href: string) {
    onOpenChange(false);
    router.push(href);
  }
  return (
    <DialogPrimitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <DialogPrimitive.Portal>
        <DialogPrimitive.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=open]:animate-fade-in" />
        <DialogPrimitive.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[12dvh] z-50 mx-auto max-w-[560px] overflow-hidden rounded-panel bg-surface-raised shadow-raised focus-visible:outline-none data-[state=open]:animate-rise-in"
        >
          <DialogPrimitive.Title className="sr-only">{t("palette")}</DialogPrimitive.Title>
          <Command label={t("palette")} loop>
            <CommandInput placeholder={t("paletteHint")} />
            <CommandList>
              <CommandEmpty>{t("paletteEmpty")}</CommandEmpty>
              <CommandGroup heading={t("paletteCreate")}>
                {makings.map(({ name, href, icon: Icon }) => (
                  <CommandItem key={name} value={t(name)} onSelect={() => go(href)}>
                    <Icon aria-hidden />
                    {t(name)}
                  </CommandItem>
                ))}
              </CommandGroup>
              <CommandGroup heading={t("paletteGo")}>
                {places.map((place) => (
                  <CommandItem key={place.name} value={t(place.name)} onSelect={() => go(place.href)}>
                    <place.icon aria-hidden />
                    <span className="grow">{t(place.name)}</span>
                    <span aria-hidden className="hidden gap-1 md:flex">
                      <Kbd>G</Kbd>
                      <Kbd>{place.key.toUpperCase()}</Kbd>
                    </span>
                  </CommandItem>
                ))}
              </CommandGroup>
            </CommandList>
          </Command>
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  );
}

/** The palette's visible door in the rail. */
export function PaletteButton({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex h-9 w-full items-center justify-center gap-2.5 rounded-control text-base text-ink-faint hover:bg-hover hover:text-ink lg:justify-start lg:bg-surface lg:px-2.5 lg:shadow-[inset_0_0_0_1px_var(--line)] touch:h-11"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="sr-only lg:not-sr-only lg:grow lg:truncate lg:text-start">{t("palette")}</span>
      <span aria-hidden className="hidden lg:block">
        <Kbd>⌘K</Kbd>
      </span>
    </button>
  );
}
