"use client";

import { useTranslations } from "next-intl";
import { useId, useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { useSay } from "@/components/campaign/use-say";
import { Checkbox } from "@/components/ui/checkbox";
import type { AudienceCount, CampaignAudience } from "@/lib/campaigns/campaign-schema";
import { updateDraftAction } from "../actions";

type Props = {
  id: string;
  audience: CampaignAudience;
  lists: readonly { id: string; name: string; contacts: number }[];
  everyone: number;
  count: AudienceCount | null;
  isReadOnly: boolean;
};

/** Everyone, or whoever is on one of the chosen lists; saved when chosen. */
export function AudienceForm({ id, audience, lists, everyone, count, isReadOnly }: Props) {
  const t = useTranslations("campaigns.draft");
  const [chosen, choose] = useOptimistic(audience);
  const [isBusy, start] = useTransition();
  const save = (next: CampaignAudience) =>
    start(async () => {
      choose(next);
      const outcome = await updateDraftAction({ id, audience: next });
      if (!outcome.ok) toast.error(outcome.message);
    });
  const listIds = chosen.lists ?? [];
  return (
    <div className="grid gap-4">
      <ul className="grid gap-1">
        <Choice
          label={t("everyone")}
          contacts={everyone}
          isChosen={chosen.all === true}
          isDisabled={isReadOnly}
          onChange={(isChosen) => save(isChosen ? { all: true } : {})}
        />
        {lists.map((list) => (
          <Choice
            key={list.id}
            label={list.name}
            contacts={list.contacts}
            isChosen={chosen.all === true || listIds.includes(list.id)}
            isDisabled={isReadOnly || chosen.all === true}
            onChange={(isChosen) => {
              const next = listIds.filter((other) => other !== list.id);
              save(isChosen ? { lists: [...next, list.id] } : next.length > 0 ? { lists: next } : {});
            }}
          />
        ))}
      </ul>
      <Count count={count} isBusy={isBusy} isEmpty={!chosen.all && listIds.length === 0} />
    </div>
  );
}

type ChoiceProps = {
  label: string;
  contacts: number;
  isChosen: boolean;
  isDisabled: boolean;
  onChange: (isChosen: boolean) => void;
};

function Choice({ label, contacts, isChosen, isDisabled, onChange }: ChoiceProps) {
  const t = useTranslations("campaigns.figures");
  const id = useId();
  return (
    <li className="flex items-center gap-2.5 py-1 touch:py-2.5">
      <Checkbox
        id={id}
        checked={isChosen}
        disabled={isDisabled}
        onCheckedChange={(next) => onChange(next === true)}
      />
      <label htmlFor={id} className="min-w-0 grow cursor-pointer truncate text-base">
        {label}
      </label>
      <span className="text-ink-faint text-sm tabular-nums">{t("number", { value: contacts })}</span>
    </li>
  );
}

function Count({
  count,
  isBusy,
  isEmpty,
}: {
  count: AudienceCount | null;
  isBusy: boolean;
  isEmpty: boolean;
}) {
  const t = useTranslations("campaigns.draft");
  const say = useSay("exclusion");
  const sayFinding = useSay("findings");
  if (isEmpty) return <p className="border-t pt-3 text-base text-ink-soft">{t("noAudience")}</p>;
  if (count === null)
    return <p className="border-t pt-3 text-base text-bad">{sayFinding("audience_gone")}</p>;
  return (
    <div role="status" aria-busy={isBusy} className="grid gap-0.5 border-t pt-3 text-base">
      <p className="font-medium tabular-nums">{t("count", { sendable: count.sendable })}</p>
      {count.excluded.map((group) => (
        <p key={group.reason} className="text-ink-soft text-sm">
          {t("excludedCount", { count: group.count, reason: say(group.reason) })}
        </p>
      ))}
    </div>
  );
}
