type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

type Call = {
  method?: string;
  authorization?: string;
  body?: unknown;
  /** The body as it is, in place of `body`. */
  text?: string;
  type?: string;
  idempotencyKey?: string;
};

/** Calls a route handler as a client would. */
export function call(handler: Handler, what: Call): Promise<Response> {
  const method = what.method ?? "POST";
  const body = what.text ?? (what.body === undefined ? undefined : JSON.stringify(what.body));
  const request = new Request("http://localhost:3000/api/v1/test", {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": what.type ?? "application/json" }),
      ...(what.authorization ? { authorization: what.authorization } : {}),
      ...(what.idempotencyKey ? { "idempotency-key": what.idempotencyKey } : {}),
    },
    ...(body === undefined || method === "GET" ? {} : { body }),
  });
  return handler(request, { params: Promise.resolve({}) });
}
