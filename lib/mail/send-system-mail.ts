import { enqueue } from "@/lib/jobs/enqueue";
import { encrypt } from "@/lib/platform/crypto";
import type { Transaction } from "@/lib/platform/db";
import { systemMailJob } from "./jobs/send-system-mail";
import type { SystemMail } from "./system-mail";

/**
 * Hands a mail to the worker in the caller's transaction: it leaves exactly when that commits. It is encrypted in the queue,
 * so that a copy of the job table holds neither codes nor addresses. After `notAfter` it is dropped rather than sent late.
 * `null` queues a mail to nobody: the same work for an address that gets none.
 */
export async function sendSystemMail(
  tx: Transaction,
  mail: SystemMail | null,
  options: { notAfter?: Date } = {},
): Promise<void> {
  await enqueue(tx, systemMailJob, {
    sealed: encrypt(JSON.stringify(mail)),
    ...(options.notAfter ? { notAfter: options.notAfter.toISOString() } : {}),
  });
}
