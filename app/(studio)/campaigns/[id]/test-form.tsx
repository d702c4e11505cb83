"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sendTestAction } from "../actions";

/** Mails the newsletter as it would arrive. */
export function TestForm({ id }: { id: string }) {
  const t = useTranslations("campaigns.draft");
  const [to, setTo] = useState("");
  const [fault, setFault] = useState<string | undefined>();
  const [isBusy, start] = useTransition();
  const send = () =>
    start(async () => {
      const outcome = await sendTestAction({ id, to });
      setFault(outcome.ok ? undefined : (Object.values(outcome.fieldErrors)[0] ?? outcome.message));
      if (outcome.ok) toast.success(t("testSent", { count: outcome.data.to.length }));
    });
  return (
    <form className="grid gap-3" action={send}>
      <Field label={t("testTo")} hint={t("testHint")} error={fault}>
        <Input
          value={to}
          inputMode="email"
          autoComplete="email"
          required
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" isBusy={isBusy} className="justify-self-start">
        <FlaskConical aria-hidden />
        {t("testSend")}
      </Button>
    </form>
  );
}
