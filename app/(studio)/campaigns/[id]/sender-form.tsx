"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { RadioGroup, RadioItem } from "@/components/ui/radio";
import type { SenderView } from "@/lib/sending/sender-view";
import { updateDraftAction } from "../actions";

type Props = { id: string; senders: readonly SenderView[]; senderId: string | null; isReadOnly: boolean };

/** From whom; saved when chosen. */
export function SenderForm({ id, senders, senderId, isReadOnly }: Props) {
  const t = useTranslations("campaigns.draft");
  const [chosen, choose] = useOptimistic(senderId);
  const [, start] = useTransition();
  return (
    <RadioGroup
      aria-label={t("sender")}
      value={chosen ?? ""}
      disabled={isReadOnly}
      onValueChange={(next) =>
        start(async () => {
          choose(next);
          const outcome = await updateDraftAction({ id, senderId: next });
          if (!outcome.ok) toast.error(outcome.message);
        })
      }
    >
      {senders.map((sender) => (
        <RadioItem
          key={sender.id}
          value={sender.id}
          label={
            <>
              {sender.fromName} <span className="text-ink-soft">&lt;{sender.fromEmail}&gt;</span>
            </>
          }
          hint={sender.isDefault ? t("senderDefault") : undefined}
        />
      ))}
    </RadioGroup>
  );
}
