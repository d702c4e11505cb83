"use client";

import { Ban, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { cancelCampaignAction, pauseCampaignAction, resumeCampaignAction } from "../actions";

type Props = { id: string; name: string; status: CampaignView["status"]; pending: number };

/** Pause, resume, cancel: whichever the status allows. */
export function CampaignControls({ id, name, status, pending }: Props) {
  const t = useTranslations("campaigns.controls");
  const [isBusy, start] = useTransition();
  const run = (what: typeof pauseCampaignAction, said: string) => async () => {
    const outcome = await what({ id });
    if (outcome.ok) toast.success(said);
    else toast.error(outcome.message);
  };
  const isMoving = status === "preparing" || status === "sending";
  const canCancel = isMoving || status === "paused" || status === "scheduled";
  if (!canCancel) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {isMoving && (
        <Button isBusy={isBusy} onClick={() => start(run(pauseCampaignAction, t("paused")))}>
          <Pause aria-hidden />
          {t("pause")}
        </Button>
      )}
      {status === "paused" && (
        <Button
          variant="primary"
          isBusy={isBusy}
          onClick={() => start(run(resumeCampaignAction, t("resumed")))}
        >
          <Play aria-hidden />
          {t("resume")}
        </Button>
      )}
      <ConfirmDialog
        trigger={
          <Button>
            <Ban aria-hidden />
            {t("cancel")}
          </Button>
        }
        title={t("cancelTitle", { name })}
        sentence={t("cancelSentence", { pending })}
        confirm={t("cancelConfirm")}
        onConfirm={run(cancelCampaignAction, t("cancelled"))}
      />
    </div>
  );
}
