"use client";

import { Lock, Megaphone, MessageSquareText, PenLine } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RenameDialog } from "../rename-dialog";
import { useNextStep } from "../use-next-step";

type NextStepsProps = {
  id: string;
  title: string;
  canWrite: boolean;
  canChat: boolean;
  /** Locked: the plan lacks campaigns; none: the person's role does. */
  campaigns: "open" | "locked" | "none";
};

export function NextSteps({ id, title, canWrite, canChat, campaigns }: NextStepsProps) {
  const t = useTranslations("newsletters");
  const [isRenaming, setRenaming] = useState(false);
  const { continueInChat, makeCampaign, busy } = useNextStep(id);
  return (
    <>
      {canWrite && (
        <Button variant="quiet" onClick={() => setRenaming(true)} disabled={busy !== null}>
          <PenLine aria-hidden />
          {t("rename")}
        </Button>
      )}
      {FEATURE_CHAT && canChat && (
        <Button onClick={continueInChat} isBusy={busy === "chat"} disabled={busy !== null}>
          <MessageSquareText aria-hidden />
          {t("chat")}
        </Button>
      )}
      {campaigns === "open" && (
        <Button
          variant="primary"
          onClick={makeCampaign}
          isBusy={busy === "campaign"}
          disabled={busy !== null}
        >
          <Megaphone aria-hidden />
          {t("campaign")}
        </Button>
      )}
      {campaigns === "locked" && (
        <Button asChild>
          <Link href="/pricing" title={t("campaignLocked")}>
            <Lock aria-hidden />
            {t("campaign")}
          </Link>
        </Button>
      )}
      <RenameDialog id={id} title={title} isOpen={isRenaming} onOpenChange={setRenaming} />
    </>
  );
}
