import { sha256 } from "@/lib/platform/crypto";
import { db, isUniqueViolation } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";

/**
 * The first answer to a key is kept and returned again for the same operation and body; another body, or a first request still
 * running, is a `conflict`. A fault is not kept, so that it can be tried again.
 */
export async function answerOnce(
  workspaceId: string,
  key: string,
  operation: string,
  body: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (key.length > 255) throw new AppError("invalid", "Idempotency-Key holds at most 255 characters");
  const where = { workspaceId_key: { workspaceId, key } };
  const requestHash = sha256(`${operation}\n${body}`);
  try {
    await db().idempotencyRecord.create({ data: { workspaceId, key, operation, requestHash } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return earlierAnswer(await db().idempotencyRecord.findUniqueOrThrow({ where }), requestHash);
  }
  try {
    const response = await answer();
    const text = await response.text();
    const contentType = response.headers.get("content-type") ?? "application/json";
    await db().idempotencyRecord.update({
      where,
      data: { status: response.status, body: text, contentType },
    });
    return new Response(text, { status: response.status, headers: { "content-type": contentType } });
  } catch (error) {
    await db().idempotencyRecord.delete({ where });
    throw error;
  }
}

type Kept = { requestHash: string; status: number | null; body: string | null; contentType: string | null };

function earlierAnswer(kept: Kept, requestHash: string): Response {
  if (kept.requestHash !== requestHash) {
    throw new AppError("conflict", "this Idempotency-Key was used with another request", {
      userMessage: "idempotency_key_reused",
    });
  }
  if (kept.status === null) {
    throw new AppError("conflict", "the first request with this Idempotency-Key is still running", {
      userMessage: "idempotency_key_in_use",
    });
  }
  return new Response(kept.body, {
    status: kept.status,
    headers: { "content-type": kept.contentType ?? "application/json", "idempotent-replay": "true" },
  });
}
