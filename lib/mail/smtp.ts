import { createTransport, type Transporter } from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { env } from "@/lib/platform/env";
import { type HandOver, type RawMail, SmtpChannel } from "./internal/smtp-channel";

export type { HandOver, RawMail } from "./internal/smtp-channel";

export type SystemMessage = {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
};

/** Silence of a server after which a connection counts as lost. RFC 5321 allows ten minutes; nobody needs them. */
const silenceMs = 60_000;
/** A connection that nobody used for this long is closed: servers drop them soon after. */
const idleMs = 10_000;
const mostIdle = 8;

let open: Transporter | undefined;
let idle: SmtpChannel[] = [];
let idleTimer: NodeJS.Timeout | undefined;

function smtpUrl(): string {
  return env().SMTP_URL ?? `smtp://127.0.0.1:${env().SMTP_PORT}`;
}

/** The one place that makes a nodemailer transport: SMTP_URL, or the local mailbox. */
function transport(): Transporter {
  open ??= createTransport({ url: smtpUrl(), pool: true, maxConnections: 4 }, {});
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

/** One connection for prebuilt messages, greeted, secured and signed in; give it back when the work is done. */
export type MailLine = {
  /** Never throws; see `HandOver` for what each outcome makes certain. */
  handOver: (mail: RawMail) => Promise<HandOver>;
  isUsable: () => boolean;
  giveBack: () => void;
};

/** Takes an idle connection or opens one. Throws when the server cannot be reached or refuses the sign-in. */
export async function takeLine(): Promise<MailLine> {
  let channel = idle.pop();
  while (channel && !channel.isUsable) channel = idle.pop();
  const taken = channel ?? (await openChannel());
  return {
    handOver: (mail) => taken.handOver(mail),
    isUsable: () => taken.isUsable,
    giveBack: () => keep(taken),
  };
}

/** Closes every connection; the next use opens new ones. */
export function closeSmtp(): void {
  open?.close();
  open = undefined;
  clearInterval(idleTimer);
  idleTimer = undefined;
  for (const channel of idle.splice(0)) channel.close();
}

function keep(channel: SmtpChannel): void {
  if (!channel.isUsable) return;
  if (idle.length >= mostIdle) {
    channel.close();
    return;
  }
  idle.push(channel);
  idleTimer ??= setInterval(closeIdle, idleMs / 2).unref();
}

function closeIdle(): void {
  const since = performance.now() - idleMs;
  for (const channel of idle) if (channel.lastUsedMs < since) channel.close();
  idle = idle.filter((channel) => channel.isUsable);
}

function openChannel(): Promise<SmtpChannel> {
  const url = new URL(smtpUrl());
  const secure = url.protocol === "smtps:";
  const connection = new SMTPConnection({
    host: decodeURIComponent(url.hostname.replace(/^\[|\]$/g, "")),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: silenceMs,
  });
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close();
      reject(error);
    };
    connection.on("error", fail);
    // The reason, when there is one, follows the end.
    connection.once("end", () => setImmediate(reject, new Error("the mail server closed the connection")));
    const ready = (pipelining: boolean) => {
      const socket = connection._socket;
      if (!socket) return fail(new Error("the mail server closed the connection"));
      resolve(new SmtpChannel(socket, { pipelining, silenceMs }));
    };
    connection.connect((error) => {
      if (error) return fail(error);
      const pipelining = /^\d{3}[- ]PIPELINING\s*$/im.test(String(connection.lastServerResponse || ""));
      if (!url.username || !connection.allowsAuth) return ready(pipelining);
      const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
      connection.login({ ...credentials, credentials }, (refused) =>
        refused ? fail(refused) : ready(pipelining),
      );
    });
  });
}
