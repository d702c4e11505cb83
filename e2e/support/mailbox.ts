import { expect } from "@playwright/test";

const mailbox = "http://127.0.0.1:3171";

export type ReceivedMail = {
  id: string;
  subject: string;
  headers: Record<string, string>;
  html: string;
  text: string;
};

/** The newest mail to this address whose subject matches; waits for it to arrive. */
export async function receivedMail(to: string, subject: RegExp): Promise<ReceivedMail> {
  let found: ReceivedMail | undefined;
  await expect
    .poll(
      async () => {
        const listed = await read<{ messages: { id: string; subject: string }[] }>(
          `/api/messages?to=${encodeURIComponent(to)}`,
        );
        const match = listed.messages.find((message) => subject.test(message.subject));
        if (match) found = await read<ReceivedMail>(`/api/messages/${match.id}`);
        return match?.subject ?? "";
      },
      { message: `mail to ${to} about ${subject}`, timeout: 45_000, intervals: [200, 500] },
    )
    .toMatch(subject);
  if (!found) throw new Error(`no mail to ${to}`);
  return found;
}

export async function countMails(to: string): Promise<number> {
  return (await read<{ messages: unknown[] }>(`/api/messages?to=${encodeURIComponent(to)}`)).messages.length;
}

export async function receivedCode(to: string): Promise<string> {
  const mail = await receivedMail(to, /\d{6}/);
  const code = /\b\d{6}\b/.exec(mail.text)?.[0];
  if (!code) throw new Error("the mail holds no code");
  return code;
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(`${mailbox}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
