import { type SystemMail, systemMailSchema } from "@/lib/mail/system-mail";
import { decrypt } from "@/lib/platform/crypto";
import { pool } from "@/lib/platform/db";

/** The system mails that wait for the worker, oldest first, to one address. */
export async function queuedMails(to: string): Promise<SystemMail[]> {
  const { rows } = await pool().query<{ data: { payload: { sealed: string } } }>(
    `SELECT data FROM pgboss.job WHERE name = 'mail.system' ORDER BY created_on, id`,
  );
  return rows
    .map(({ data }) => systemMailSchema.nullable().parse(JSON.parse(decrypt(data.payload.sealed))))
    .filter((mail) => mail !== null)
    .filter((mail) => mail.to === to);
}

/** The code of the newest mail to that address. */
export async function mailedCode(to: string): Promise<string> {
  const mail = (await queuedMails(to)).at(-1);
  if (!mail || !("code" in mail)) throw new Error(`no code was mailed to ${to}`);
  return mail.code;
}

/** Another code than the given one. */
export function wrongCode(code: string, step = 1): string {
  return ((Number(code) + step) % 1_000_000).toString().padStart(6, "0");
}
