"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ProposalCard } from "@/components/campaign/proposal-card";
import { Button } from "@/components/ui/button";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import type { ProposalView } from "@/lib/campaigns/campaign-schema";
import { confirmProposalAction, proposeSendAction } from "../actions";

/** Prepares the send, shows exactly what it would do, and lets a person confirm it. */
export function ReviewPanel({ id }: { id: string }) {
  const t = useTranslations("campaigns.draft");
  const router = useRouter();
  const [proposal, setProposal] = useState<ProposalView | null>(null);
  const [isBusy, start] = useTransition();
  const prepare = () =>
    start(async () => {
      const outcome = await proposeSendAction({ id });
      if (outcome.ok) setProposal(outcome.data);
      else toast.error(outcome.message);
    });
  if (proposal) {
    return (
      <ProposalCard
        key={proposal.id}
        proposal={proposal}
        onConfirm={(proposalId) => confirmProposalAction({ proposalId })}
        onAgain={prepare}
        onConfirmed={() => router.refresh()}
      />
    );
  }
  return (
    <Panel>
      <PanelHeader title={t("review")} sentence={t("reviewSentence")} />
      <PanelBody>
        <Button variant="primary" isBusy={isBusy} onClick={prepare}>
          {t("prepare")}
        </Button>
      </PanelBody>
    </Panel>
  );
}
