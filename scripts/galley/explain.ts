import { z } from "zod";
import { isAppError } from "@/lib/platform/errors";

/** A fault as a person at a terminal reads it: one line each, no stack. */
export function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`).join("\n");
  }
  if (isAppError(error)) return `${error.code}: ${error.message}`;
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
