import { createTranslator } from "next-intl";
import { render, toPlainText } from "react-email";
import { AlreadyRegisteredMail } from "@/emails/system/already-registered-mail";
import { CodeMail } from "@/emails/system/code-mail";
import { env } from "@/lib/platform/env";
import en from "@/messages/en/mail.json";
import pt from "@/messages/pt/mail.json";
import { codeMinutes, type SystemMail } from "./system-mail";

const messages = { en: { mail: en }, pt: { mail: pt } };

/** Subject, HTML and plain text of a mail in the person's language. */
export async function renderSystemMail(
  mail: SystemMail,
): Promise<{ subject: string; html: string; text: string }> {
  const t = createTranslator({ locale: mail.locale, messages: messages[mail.locale], namespace: "mail" });
  const frame = { lang: mail.locale, why: t("why", { host: new URL(env().APP_URL).host }) };
  switch (mail.template) {
    case "verify_code":
    case "sign_in_code": {
      const isVerify = mail.template === "verify_code";
      const texts = {
        preview: t("codePreview", { minutes: codeMinutes }),
        title: isVerify ? t("verifyTitle") : t("signInTitle"),
        sentence: isVerify ? t("verifySentence") : t("signInSentence"),
        validity: t("codeValidity", { minutes: codeMinutes }),
        notYou: isVerify ? t("verifyNotYou") : t("signInNotYou"),
      };
      const subject = t(isVerify ? "verifySubject" : "signInSubject", { code: mail.code });
      return { subject, ...(await both(<CodeMail {...frame} {...texts} code={mail.code} />)) };
    }
    case "already_registered": {
      const texts = {
        preview: t("alreadyPreview"),
        title: t("alreadyTitle"),
        sentence: t("alreadySentence", { email: mail.to }),
        button: t("alreadyButton"),
        url: `${env().APP_URL}/login`,
        notYou: t("alreadyNotYou"),
      };
      return {
        subject: t("alreadySubject"),
        ...(await both(<AlreadyRegisteredMail {...frame} {...texts} />)),
      };
    }
  }
}

async function both(mail: React.ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(mail);
  return { html, text: toPlainText(html) };
}
