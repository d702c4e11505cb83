import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { assertCan, type Permission } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { correlationId, withCorrelation } from "@/lib/platform/correlation";
import { AppError, type ErrorCode } from "@/lib/platform/errors";
import { assertOwnOrigin } from "./origin";
import { findViewer } from "./require-viewer";
import { invalidInput, toAppError } from "./respond-error";

export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ErrorCode;
      /** One sentence in the person's language. */
      message: string;
      fieldErrors: Record<string, string>;
      /** Shown as a reference number when the fault is ours. */
      requestId: string;
    };

type ActionPolicy<Input extends z.ZodType> = {
  /** `domain.verb`, for logs. */
  name: string;
  input: Input;
  /** What the viewer's role must allow; `"public"` for the pages before sign-in. */
  can: Permission | "public";
};

type Run<Input extends z.ZodType, V, T> = (viewer: V, input: z.output<Input>) => Promise<T>;

/**
 * A server action: parses, finds the viewer, checks the permission, maps errors to one shape. The body is one call into lib.
 * Accepts either an object or the FormData of a form.
 */
export function action<Input extends z.ZodType, T>(
  policy: ActionPolicy<Input> & { can: "public" },
  run: Run<Input, null, T>,
): (input: z.input<Input> | FormData) => Promise<ActionResult<T>>;
export function action<Input extends z.ZodType, T>(
  policy: ActionPolicy<Input> & { can: Permission },
  run: Run<Input, Viewer, T>,
): (input: z.input<Input> | FormData) => Promise<ActionResult<T>>;
export function action<Input extends z.ZodType, T>(
  policy: ActionPolicy<Input>,
  run: Run<Input, never, T>,
): (input: z.input<Input> | FormData) => Promise<ActionResult<T>> {
  return (raw) =>
    withCorrelation(undefined, async (): Promise<ActionResult<T>> => {
      try {
        assertOwnOrigin(await headers());
        const parsed = policy.input.safeParse(raw instanceof FormData ? Object.fromEntries(raw) : raw);
        const viewer = policy.can === "public" ? null : await signedInViewer(policy.can);
        if (!parsed.success) throw invalidInput(parsed.error);
        return { ok: true, data: await run(viewer as never, parsed.data) };
      } catch (error) {
        unstable_rethrow(error);
        return failure(toAppError(error, policy.name));
      }
    });
}

async function signedInViewer(permission: Permission): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) throw new AppError("unauthenticated", "no live session");
  assertCan(viewer, permission);
  return viewer;
}

/** The keys are data here, not literals: whoever throws names one, and a missing one falls back to the code's own sentence. */
type ErrorTexts = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

async function failure(error: AppError): Promise<ActionResult<never>> {
  const t = (await getTranslations("errors")) as unknown as ErrorTexts;
  const say = (key: string, fallback: string) => (t.has(key) ? t(key, error.values) : fallback);
  const general = say(error.code, error.code);
  return {
    ok: false,
    code: error.code,
    message: say(error.userMessage, general),
    fieldErrors: Object.fromEntries(
      Object.entries(error.fields ?? {}).map(([field, key]) => [field, say(key, say("field_invalid", key))]),
    ),
    requestId: correlationId() ?? "",
  };
}
