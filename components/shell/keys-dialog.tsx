"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { places } from "./places";

type KeysDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

export function KeysDialog({ isOpen, onOpenChange }: KeysDialogProps) {
  const t = useTranslations("shell");
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t("keys")} sentence={t("keysSentence")} width="narrow">
        <dl className="grid gap-1">
          <KeyLine keys={<Kbd>⌘K</Kbd>}>{t("keyPalette")}</KeyLine>
          <KeyLine keys={<Kbd>?</Kbd>}>{t("keyHelp")}</KeyLine>
          {places.map((place) => (
            <KeyLine
              key={place.name}
              keys={
                <>
                  <Kbd>G</Kbd>
                  <span className="text-ink-faint text-xs">{t("keyThen")}</span>
                  <Kbd>{place.key.toUpperCase()}</Kbd>
                </>
              }
            >
              {t("keyGo", { page: t(place.name) })}
            </KeyLine>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}

function KeyLine({ keys, children }: { keys: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4">
      <dt className="text-base">{children}</dt>
      <dd className="flex items-center gap-1.5">{keys}</dd>
    </div>
  );
}
