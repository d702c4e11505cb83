import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { resendSeconds } from "@/lib/accounts/code-rules";
import { readPendingCode } from "@/lib/accounts/pending-code";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { AuthHeading } from "../auth-heading";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("verifyTitle") };
}

export default async function VerifyPage() {
  const t = await getTranslations("auth");
  const pending = await readPendingCode();
  if (!pending) redirect("/login");
  const { email, purpose, sentAt, callbackUrl } = pending;
  const waitSeconds = Math.ceil(resendSeconds - (now().getTime() - sentAt.getTime()) / 1000);
  const { MAIL_UI_PORT } = env();
  return (
    <>
      <AuthHeading
        title={t("verifyTitle")}
        sentence={t.rich(purpose === "sign_in" ? "codeSentIfAccount" : "codeSent", {
          email,
          strong: (words) => <strong className="wrap-anywhere font-medium text-ink">{words}</strong>,
        })}
      />
      <CodeForm
        email={email}
        purpose={purpose}
        callbackUrl={callbackUrl}
        waitSeconds={Math.max(0, waitSeconds)}
      />
      <p className="mt-8 text-ink-soft text-md">
        {t("wrongAddress")}{" "}
        <Link className="text-link" href={purpose === "sign_in" ? "/login" : "/signup"}>
          {t("otherAddress")}
        </Link>
      </p>
      {isLocalMailbox() && (
        <p className="mt-3 text-ink-faint text-base">
          {t.rich("localMailbox", {
            link: (words) => (
              <a
                className="text-link"
                href={`http://127.0.0.1:${MAIL_UI_PORT}`}
                target="_blank"
                rel="noreferrer"
              >
                {words}
              </a>
            ),
          })}
        </p>
      )}
    </>
  );
}

/** On a laptop the code waits in the mailbox beside the app; a stranger would look for it elsewhere. */
function isLocalMailbox(): boolean {
  const { isLoopback, SMTP_URL, SMTP_PORT } = env();
  if (!isLoopback) return false;
  if (!SMTP_URL) return true;
  const { hostname, port } = new URL(SMTP_URL);
  return ["127.0.0.1", "localhost"].includes(hostname) && Number(port) === SMTP_PORT;
}
