import type { z } from "zod";
import { authenticateApiKey } from "@/lib/accounts/authenticate-api-key";
import { assertCan, type Permission, type Scope } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { withCorrelation } from "@/lib/platform/correlation";
import { AppError } from "@/lib/platform/errors";
import { consumeRateLimit } from "@/lib/rate-limit/consume-rate-limit";
import { answerOnce } from "./idempotency";
import { assertOwnOrigin } from "./origin";
import { findViewer } from "./require-viewer";
import { invalidInput, problemResponse, toAppError } from "./respond-error";

type Schema = z.ZodType;
type Out<S> = S extends Schema ? z.output<S> : undefined;

type RoutePolicy<B, Q, P> = {
  /** A parsed JSON body; absent for streams and uploads, which read `request` themselves. */
  body?: B;
  /** Parsed from the query string: each key once, as text. */
  query?: Q;
  /** Parsed from the path's segments. */
  params?: P;
} & (
  | {
      auth: "apiKey";
      scope: Scope | null;
      /** In place of the 600 requests a minute of one key. */
      limit?: (viewer: Viewer) => Promise<void>;
    }
  | { auth: "session"; can: Permission }
  | { auth: "public" }
);

type Call<A, B, Q, P> = {
  viewer: A extends "public" ? null : Viewer;
  body: Out<B>;
  query: Out<Q>;
  params: Out<P>;
  request: Request;
};

/** Bodies of JSON operations; files have their own way in. */
const jsonLimitBytes = 1_048_576;

/**
 * A route handler for machines: policy first, one call, a view out. Faults become RFC 9457 problems. A POST with an API key and an
 * `Idempotency-Key` is answered once.
 */
export function route<
  A extends "apiKey" | "session" | "public",
  B extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  P extends Schema | undefined = undefined,
>(
  policy: RoutePolicy<B, Q, P> & { auth: A },
  run: (call: Call<A, B, Q, P>) => Promise<Response>,
): (request: Request, context: { params: Promise<Record<string, string | string[]>> }) => Promise<Response> {
  return (request, context) =>
    withCorrelation(undefined, async () => {
      try {
        const viewer = await viewerFor(policy, request);
        const text = policy.body ? await readJson(request) : undefined;
        const call = async () =>
          run({
            viewer,
            body: parse(policy.body, text === undefined ? undefined : parseJson(text)),
            query: parse(policy.query, Object.fromEntries(new URL(request.url).searchParams)),
            params: parse(policy.params, await context.params),
            request,
          } as Call<A, B, Q, P>);
        const key = request.headers.get("idempotency-key");
        if (viewer && key && policy.auth === "apiKey" && request.method === "POST" && policy.body) {
          return await answerOnce(viewer.workspaceId, key, new URL(request.url).pathname, text ?? "", call);
        }
        return await call();
      } catch (error) {
        return problemResponse(toAppError(error, new URL(request.url).pathname));
      }
    });
}

async function viewerFor<B, Q, P>(policy: RoutePolicy<B, Q, P>, request: Request): Promise<Viewer | null> {
  if (policy.auth === "public") return null;
  if (policy.auth === "apiKey") {
    const viewer = await authenticateApiKey(request.headers.get("authorization"));
    await (policy.limit ?? requestsOfKey)(viewer);
    if (policy.scope && !viewer.scopes.includes(policy.scope)) {
      throw new AppError("forbidden", `the key lacks the scope ${policy.scope}`);
    }
    return viewer;
  }
  if (request.method !== "GET" && request.method !== "HEAD") assertOwnOrigin(request.headers);
  const viewer = await findViewer();
  if (!viewer) throw new AppError("unauthenticated", "no live session");
  assertCan(viewer, policy.can);
  return viewer;
}

function requestsOfKey(viewer: Viewer): Promise<void> {
  return consumeRateLimit("api", viewer.apiKeyId ?? viewer.workspaceId);
}

async function readJson(request: Request): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (request.body && type && !/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    throw new AppError("unsupported_type", `expected application/json, got ${type}`);
  }
  if (Number(request.headers.get("content-length") ?? 0) > jsonLimitBytes) {
    throw new AppError("too_large", `a JSON body holds at most ${jsonLimitBytes} bytes`);
  }
  const text = await request.text();
  if (Buffer.byteLength(text) > jsonLimitBytes) {
    throw new AppError("too_large", `a JSON body holds at most ${jsonLimitBytes} bytes`);
  }
  return text;
}

function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "the body is not JSON", { cause: error });
  }
}

function parse(schema: Schema | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}
