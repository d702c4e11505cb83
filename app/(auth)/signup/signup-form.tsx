"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { signUpAction } from "../actions";
import { useIsReady } from "../use-is-ready";

/** Address and password; the next page asks for the code, whether or not the address already has an account. */
export function SignupForm({ callbackUrl }: { callbackUrl: string | undefined }) {
  const t = useTranslations("auth");
  const e = useTranslations("errors");
  const router = useRouter();
  const isReady = useIsReady();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const [faults, setFaults] = useState<Record<string, string>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    setBusy(true);
    setFault("");
    setFaults({});
    const answer = await signUpAction({
      email: String(data.get("email") ?? ""),
      password: String(data.get("password") ?? ""),
      ...(callbackUrl ? { callbackUrl } : {}),
    }).catch(() => null);
    if (answer?.ok) return router.push("/verify");
    const named = answer?.fieldErrors ?? {};
    setFaults(named);
    setFault(Object.keys(named).length > 0 ? "" : (answer?.message ?? e("unavailable")));
    setBusy(false);
    form.querySelector<HTMLInputElement>(named.email ? "[name=email]" : "[name=password]")?.focus();
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {fault && <Notice tone="bad">{fault}</Notice>}
      <Field label={t("email")} hint={t("emailHint")} error={faults.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          className="h-11 text-md"
        />
      </Field>
      <Field label={t("password")} hint={t("passwordHint")} error={faults.password}>
        <PasswordInput name="password" autoComplete="new-password" className="h-11 text-md" />
      </Field>
      <Button type="submit" variant="primary" size="large" isBusy={isBusy} disabled={!isReady}>
        {t("signUp")}
      </Button>
    </form>
  );
}
