"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { safeCallbackUrl } from "@/lib/accounts/callback-url";
import { sendSignInCodeAction } from "../actions";
import { useIsReady } from "../use-is-ready";
import { useRefusalText } from "../use-refusal-text";

type Props = { callbackUrl: string | undefined; refusal: string | undefined };
type Faults = { email?: string | undefined; password?: string | undefined };

/** Sign-in by password, or by a code to the typed address. What was typed stays when it is refused. */
export function LoginForm({ callbackUrl, refusal }: Props) {
  const t = useTranslations("auth");
  const e = useTranslations("errors");
  const refusalText = useRefusalText();
  const router = useRouter();
  const isReady = useIsReady();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState<"password" | "code" | null>(null);
  const [fault, setFault] = useState(refusal ? refusalText(refusal) : "");
  const [faults, setFaults] = useState<Faults>({});

  function read(): { email: string; password: string } {
    const data = new FormData(form.current ?? undefined);
    return { email: String(data.get("email") ?? "").trim(), password: String(data.get("password") ?? "") };
  }

  async function signInByPassword(event: FormEvent) {
    event.preventDefault();
    const { email, password } = read();
    const missing: Faults = {
      email: email ? undefined : e("required"),
      password: password ? undefined : e("required"),
    };
    setFaults(missing);
    setFault("");
    if (busy || missing.email || missing.password) return;
    setBusy("password");
    const target = safeCallbackUrl(callbackUrl, window.location.origin);
    const answer = await signIn("credentials", {
      email,
      password,
      redirect: false,
      callbackUrl: target,
    }).catch(() => undefined);
    if (answer?.ok && !answer.error) return window.location.assign(target);
    if (answer?.error === "email_unverified") return router.push("/verify");
    setFault(refusalText(answer?.error ?? "unavailable"));
    setBusy(null);
  }

  async function mailCode() {
    const { email } = read();
    setFault("");
    setFaults({ email: email ? undefined : t("emailForCode") });
    if (busy || !email) return form.current?.querySelector<HTMLInputElement>("[name=email]")?.focus();
    setBusy("code");
    const answer = await sendSignInCodeAction({ email, ...(callbackUrl ? { callbackUrl } : {}) }).catch(
      () => null,
    );
    if (answer?.ok) return router.push("/verify");
    setFaults(answer?.fieldErrors ?? {});
    setFault(answer?.fieldErrors.email ? "" : (answer?.message ?? e("unavailable")));
    setBusy(null);
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={signInByPassword} className="grid gap-5">
      {fault && <Notice tone="bad">{fault}</Notice>}
      <Field label={t("email")} error={faults.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          className="h-11 text-md"
        />
      </Field>
      <Field label={t("password")} error={faults.password}>
        <PasswordInput name="password" autoComplete="current-password" className="h-11 text-md" />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="large"
        isBusy={busy === "password"}
        disabled={!isReady || busy !== null}
      >
        {t("signIn")}
      </Button>
      <Button size="large" onClick={mailCode} isBusy={busy === "code"} disabled={!isReady || busy !== null}>
        {t("mailCode")}
      </Button>
    </form>
  );
}
