"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeInput } from "@/components/ui/code-input";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { safeCallbackUrl } from "@/lib/accounts/callback-url";
import { resendCodeAction } from "../actions";
import { useIsReady } from "../use-is-ready";
import { useRefusalText } from "../use-refusal-text";

type Props = {
  email: string;
  purpose: "verify_email" | "sign_in";
  callbackUrl: string | undefined;
  /** Seconds until another code may be asked for. */
  waitSeconds: number;
};

/** The mailed code: sent off by its last digit, or by the button. */
export function CodeForm({ email, purpose, callbackUrl, waitSeconds }: Props) {
  const t = useTranslations("auth");
  const refusalText = useRefusalText();
  const isReady = useIsReady();
  const code = useRef("");
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const resend = useResend({ email, purpose, waitSeconds, onFault: setFault });

  async function send(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy) return;
    if (code.current.length < 6) return setFault(refusalText("code_format"));
    setBusy(true);
    setFault("");
    const target = safeCallbackUrl(callbackUrl, window.location.origin);
    const answer = await signIn("credentials", {
      email,
      purpose,
      code: code.current,
      redirect: false,
      callbackUrl: target,
    }).catch(() => undefined);
    if (answer?.ok && !answer.error) return window.location.assign(target);
    setFault(refusalText(answer?.error ?? "unavailable"));
    setBusy(false);
  }

  return (
    <form method="post" noValidate onSubmit={send} className="grid gap-5">
      <Field label={t("code")} error={fault || undefined}>
        <CodeInput
          name="code"
          autoFocus
          readOnly={isBusy}
          onCodeChange={(digits) => {
            code.current = digits;
          }}
          onComplete={() => void send()}
        />
      </Field>
      <Button type="submit" variant="primary" size="large" isBusy={isBusy} disabled={!isReady}>
        {t("continue")}
      </Button>
      <Button
        size="large"
        onClick={resend.send}
        isBusy={resend.isBusy}
        disabled={!isReady || resend.seconds > 0}
      >
        {resend.seconds > 0 ? t("resendIn", { seconds: resend.seconds }) : t("resend")}
      </Button>
      {resend.isSent && <Notice tone="good">{t("resent")}</Notice>}
    </form>
  );
}

type Resend = Pick<Props, "email" | "purpose" | "waitSeconds"> & { onFault: (fault: string) => void };

function useResend({ email, purpose, waitSeconds, onFault }: Resend) {
  const t = useTranslations("errors");
  const [seconds, setSeconds] = useState(waitSeconds);
  const [isBusy, setBusy] = useState(false);
  const [isSent, setSent] = useState(false);
  const isWaiting = seconds > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setSeconds((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, [isWaiting]);

  async function send() {
    setBusy(true);
    setSent(false);
    onFault("");
    const answer = await resendCodeAction({ email, purpose }).catch(() => null);
    if (answer?.ok) {
      setSent(true);
      setSeconds(60);
    } else onFault(answer?.message ?? t("unavailable"));
    setBusy(false);
  }
  return { seconds, isBusy, isSent, send };
}
