"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { updateDraftAction } from "../actions";

/** What the campaign is called in lists. */
export function NameForm({ id, name, isReadOnly }: { id: string; name: string; isReadOnly: boolean }) {
  const t = useTranslations("campaigns.draft");
  const [value, setValue] = useState(name);
  const [fault, setFault] = useState<string | undefined>();
  const [isBusy, start] = useTransition();
  return (
    <form
      className="flex items-end gap-2"
      action={() =>
        start(async () => {
          const outcome = await updateDraftAction({ id, name: value });
          setFault(outcome.ok ? undefined : (outcome.fieldErrors.name ?? outcome.message));
        })
      }
    >
      <Field label={t("name")} error={fault} className="grow">
        <Input
          value={value}
          maxLength={200}
          readOnly={isReadOnly}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      </Field>
      {value !== name && (
        <Button type="submit" isBusy={isBusy}>
          {t("saveName")}
        </Button>
      )}
    </form>
  );
}
