type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

type Call = {
  method?: string;
  id?: string;
  body?: unknown;
  query?: string;
  headers?: Record<string, string>;
};

/** Calls a route handler of REST v1 as a client with this key would. */
export function callApi(authorization: string, handler: Handler, what: Call = {}): Promise<Response> {
  const method = what.method ?? "POST";
  const request = new Request(`http://localhost:3000/api/v1/test${what.query ?? ""}`, {
    method,
    headers: { authorization, "content-type": "application/json", ...what.headers },
    ...(method === "GET" || what.body === undefined ? {} : { body: JSON.stringify(what.body) }),
  });
  const params: Record<string, string> = what.id ? { id: what.id } : {};
  return handler(request, { params: Promise.resolve(params) });
}
