"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { cancelCampaignAction } from "../actions";

/** Cancels a draft that nobody wants any more. */
export function DiscardButton({ id, name }: { id: string; name: string }) {
  const t = useTranslations("campaigns.draft");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="small">
          {t("discard")}
        </Button>
      }
      title={t("discardTitle", { name })}
      sentence={t("discardSentence")}
      confirm={t("discard")}
      onConfirm={async () => {
        const outcome = await cancelCampaignAction({ id });
        if (!outcome.ok) toast.error(outcome.message);
      }}
    />
  );
}
