import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type FaultTable, readFault } from "./faults";
import type { MessageStore } from "./message-store";
import { readMessage, summarise } from "./read-message";

const file = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url));
const assets: Record<string, { type: string; body: Buffer }> = {
  "/": { type: "text/html; charset=utf-8", body: file("mailbox.html") },
  "/mailbox.css": { type: "text/css; charset=utf-8", body: file("mailbox.css") },
  "/mailbox.js": { type: "text/javascript; charset=utf-8", body: file("mailbox.js") },
};

const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail is a stranger's page: no script, no form, no frame, an origin of its own. */
const mailPolicy =
  "default-src 'none'; img-src * data:; style-src 'unsafe-inline' https: http:; font-src https: http: data:; sandbox allow-popups allow-popups-to-escape-sandbox; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

const mostListed = 2_000;
const largestBody = 64_000;

/** The page, its JSON, and the stream that tells it of new mail. */
export function createPageServer(store: MessageStore, faults: FaultTable, host: string): Server {
  return createServer((request, response) => {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("cache-control", "no-store");
    if (!isOurs(request, host))
      return json(response, 403, { error: "This mailbox answers its own page only." });
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) json(response, 500, { error: String(error) });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://mailbox");
    const asset = assets[url.pathname];
    if (asset && request.method === "GET") {
      response.setHeader("content-security-policy", pagePolicy);
      response.setHeader("content-type", asset.type);
      response.end(asset.body);
      return;
    }
    const route = `${request.method} ${url.pathname}`;
    if (route === "GET /api/messages") return list(url, response);
    if (route === "DELETE /api/messages") {
      store.clear();
      return empty(response);
    }
    if (route === "GET /api/stream") return stream(request, response);
    if (route === "GET /api/faults") return json(response, 200, { faults: faults.list() });
    if (route === "POST /api/faults") return addFault(request, response);
    if (route === "DELETE /api/faults") {
      faults.clear();
      return empty(response);
    }
    if (route === "GET /health") return json(response, 200, { ok: true });
    const one = /^GET \/(api\/)?messages\/(\d+)(\/(?:html|raw))?$/.exec(route);
    if (one) return showOne(response, one[2] ?? "", one[3]);
    json(response, 404, { error: "Nothing is here." });
  }

  function list(url: URL, response: ServerResponse): void {
    const limit = Number(url.searchParams.get("limit") ?? 200);
    if (!Number.isInteger(limit) || limit < 1) {
      json(response, 400, { error: "limit must be a positive number." });
      return;
    }
    const found = store.list({
      to: url.searchParams.get("to") ?? undefined,
      search: url.searchParams.get("search") ?? undefined,
      limit: Math.min(limit, mostListed),
    });
    json(response, 200, { received: store.received, kept: store.kept, messages: found.map(summarise) });
  }

  async function showOne(response: ServerResponse, id: string, part: string | undefined): Promise<void> {
    const stored = store.find(id);
    if (!stored) return json(response, 404, { error: "This message is not kept (any more)." });
    if (part === "/raw") {
      response.setHeader("content-type", "text/plain; charset=utf-8");
      response.end(stored.raw);
      return;
    }
    const message = await readMessage(stored);
    if (part !== "/html") return json(response, 200, message);
    response.setHeader("content-security-policy", mailPolicy);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<base target="_blank">${message.html ?? ""}`);
  }

  async function addFault(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === null) return json(response, 413, { error: "The body is too large." });
    const fault = readFault(parseJson(body));
    if (typeof fault === "string") return json(response, 400, { error: fault });
    faults.add(fault);
    json(response, 201, fault);
  }

  /** At most five notices a second, however fast mail arrives: a notice says only that the list changed. */
  function stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
    const say = () =>
      response.write(`data: ${JSON.stringify({ received: store.received, kept: store.kept })}\n\n`);
    let waiting: NodeJS.Timeout | null = null;
    const onChange = () => {
      waiting ??= setTimeout(() => {
        waiting = null;
        say();
      }, 200);
    };
    const beat = setInterval(() => response.write(": still here\n\n"), 20_000);
    store.changes.on("change", onChange);
    request.on("close", () => {
      store.changes.off("change", onChange);
      clearInterval(beat);
      if (waiting) clearTimeout(waiting);
    });
    say();
  }
}

/** Refuses other sites: a foreign name that resolves to this machine, or a request that another page sends. */
function isOurs(request: IncomingMessage, host: string): boolean {
  const asked = request.headers.host ?? "";
  const name = asked.replace(/:\d+$/, "").toLowerCase();
  const isNumeric = /^[\d.]+$/.test(name) || name.startsWith("[");
  if (!isNumeric && name !== "localhost" && !name.endsWith(".localhost") && name !== host.toLowerCase())
    return false;
  const origin = request.headers.origin;
  // The frame that shows a mail has the origin "null"; it may only read, and only its own images.
  return (
    origin === undefined || origin === `http://${asked}` || (origin === "null" && request.method === "GET")
  );
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
    if (body.length > largestBody) return null;
  }
  return body;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

function empty(response: ServerResponse): void {
  response.writeHead(204);
  response.end();
}
