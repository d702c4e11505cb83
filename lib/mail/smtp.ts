import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/platform/env";

export type SystemMessage = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
};

let open: Transporter | undefined;

/** The one place that makes a nodemailer transport: SMTP_URL, or the local mailbox. */
function transport(): Transporter {
  open ??= createTransport(
    { url: env().SMTP_URL ?? `smtp://127.0.0.1:${env().SMTP_PORT}`, pool: true, maxConnections: 4 },
    {},
  );
  return open;
}

/** Hands one message over; throws when the server does not take it. */
export async function sendMail(message: SystemMessage): Promise<{ messageId: string }> {
  const { messageId } = await transport().sendMail(message);
  return { messageId };
}

/** Throws when the mail server does not answer within two seconds. */
export async function verifyMail(): Promise<void> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("the mail server did not answer within 2 s")), 2_000).unref();
  });
  await Promise.race([transport().verify(), late]);
}
