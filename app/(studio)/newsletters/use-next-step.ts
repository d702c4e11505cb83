"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { createCampaignAction } from "../campaigns/actions";
import { continueInChatAction } from "./actions";

type Step = "chat" | "campaign";

/** Where a newsletter goes from here: its conversation, or a campaign made of it. A refusal is said and nothing moves. */
export function useNextStep(id: string) {
  const router = useRouter();
  const [step, setStep] = useState<Step>("chat");
  const [isBusy, start] = useTransition();
  function go(wanted: Step, take: () => Promise<void>) {
    setStep(wanted);
    start(take);
  }
  const continueInChat = () =>
    go("chat", async () => {
      const opened = await continueInChatAction({ id });
      if (opened.ok) router.push(`/chat/${opened.data.threadId}`);
      else toast.error(opened.message);
    });
  const makeCampaign = () =>
    go("campaign", async () => {
      const made = await createCampaignAction({ newsletterId: id });
      if (made.ok) router.push(`/campaigns/${made.data.id}`);
      else toast.error(made.message);
    });
  return { continueInChat, makeCampaign, busy: isBusy ? step : null };
}
