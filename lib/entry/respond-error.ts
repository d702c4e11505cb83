import { z } from "zod";
import { correlationId } from "@/lib/platform/correlation";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** Turns anything thrown into an AppError; what is not one is logged in full and told only as `internal`. */
export function toAppError(error: unknown, where: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return invalidInput(error);
  log.error("unexpected error", {
    where,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new AppError("internal", "unexpected error", { cause: error });
}

/** Field path → message key, from Zod's issues. Our own schemas name keys of messages/errors.json as messages. */
export function invalidInput(error: z.ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] ??= issue.message;
  }
  return new AppError("invalid", z.prettifyError(error), { fields });
}

/** RFC 9457 body for machines. */
export function problemResponse(error: AppError): Response {
  const body = {
    type: `https://galley.example/problems/${error.userMessage}`,
    title: error.code.replaceAll("_", " "),
    status: error.status,
    code: error.userMessage,
    detail: error.code === "internal" ? "Something failed on our side." : error.message,
    ...(error.fields ? { fields: error.fields } : {}),
    ...(correlationId() ? { requestId: correlationId() } : {}),
  };
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      "content-type": "application/problem+json",
      ...(error.retryAfterSeconds === undefined
        ? {}
        : { "retry-after": String(Math.ceil(error.retryAfterSeconds)) }),
      ...(error.code === "unauthenticated" ? { "www-authenticate": "Bearer" } : {}),
    },
  });
}
