"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Label } from "@/components/ui/label";
import type { Audience } from "@/lib/composer/composer-schema";
import type { AudienceChoices } from "@/lib/composer/find-audiences";

type AudiencePickerProps = {
  choices: AudienceChoices;
  /** How many would get it, or null when it could not be chosen. */
  onChoose: (audience: Audience) => Promise<number | null>;
};

/** Everyone, or some of the lists: who gets the issue. */
export function AudiencePicker({ choices, onChoose }: AudiencePickerProps) {
  const t = useTranslations("chat");
  const [isEveryone, setEveryone] = useState(false);
  const [lists, setLists] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);

  async function choose() {
    setBusy(true);
    setChosen(await onChoose(isEveryone ? { all: true } : { lists: [...lists] }));
    setBusy(false);
  }

  return (
    <fieldset className="grid gap-3 rounded-panel bg-surface p-4 shadow-[0_0_0_1px_var(--line)]">
      <legend className="sr-only">{t("audienceTitle")}</legend>
      <div className="grid max-h-64 gap-0.5 overflow-y-auto">
        <Choice
          id="audience-everyone"
          name={t("audienceEveryone")}
          count={choices.everyone}
          isChosen={isEveryone}
          onChosen={setEveryone}
        />
        {choices.lists.map((list) => (
          <Choice
            key={list.id}
            id={`audience-${list.id}`}
            name={list.name}
            count={list.contacts}
            isChosen={isEveryone || lists.includes(list.id)}
            isOff={isEveryone}
            onChosen={(isIn) => setLists(isIn ? [...lists, list.id] : lists.filter((id) => id !== list.id))}
          />
        ))}
        {choices.lists.length === 0 && (
          <p className="py-1 text-ink-soft text-sm">
            {t("audienceNone")}{" "}
            <Link href="/contacts" className="text-link">
              {t("audienceImport")}
            </Link>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          size="small"
          isBusy={isBusy}
          disabled={!isEveryone && lists.length === 0}
          onClick={choose}
        >
          {t("audienceChoose")}
        </Button>
        {chosen !== null && (
          <p role="status" className="text-ink-soft text-sm">
            {t("audienceChosen", { count: chosen })}
          </p>
        )}
      </div>
    </fieldset>
  );
}

type ChoiceProps = {
  id: string;
  name: string;
  count: number;
  isChosen: boolean;
  isOff?: boolean;
  onChosen: (isChosen: boolean) => void;
};

function Choice({ id, name, count, isChosen, isOff, onChosen }: ChoiceProps) {
  const t = useTranslations("chat");
  return (
    <div className="flex min-h-9 items-center gap-2.5 touch:min-h-11">
      <Checkbox
        id={id}
        checked={isChosen}
        disabled={isOff}
        onCheckedChange={(value) => onChosen(value === true)}
      />
      <Label htmlFor={id} className="flex min-w-0 grow items-baseline justify-between gap-3 font-normal">
        <span className="truncate">{name}</span>
        <span className="shrink-0 text-ink-faint text-sm tabular-nums">{t("audienceCount", { count })}</span>
      </Label>
    </div>
  );
}
