import { lookup as resolveHost } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher, request } from "undici";
import { env } from "./env";

export type GuardedFetchFault =
  | "bad_url"
  | "private_address"
  | "unresolvable"
  | "timeout"
  | "too_large"
  | "too_many_redirects"
  | "failed";

/** Why an outside address could not be read; `fault` is for deciding, the message for logs. */
export class GuardedFetchError extends Error {
  readonly fault: GuardedFetchFault;

  constructor(fault: GuardedFetchFault, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = "GuardedFetchError";
    this.fault = fault;
  }
}

export type GuardedFetchOptions = {
  method?: "GET" | "HEAD";
  headers?: Record<string, string>;
  /** For everything together, redirects and body included. Default 10 s. */
  timeoutMs?: number;
  /** A longer body is refused as `too_large`. 0 reads none: the answer's head is enough. Default 5 MB. */
  maxBytes?: number;
  /** Default 5. */
  maxRedirects?: number;
  /** Which IP addresses may be connected to. Default: public ones, or all with ALLOW_PRIVATE_HOSTS. */
  isAllowed?: (address: string) => boolean;
  /** Stands in for DNS. */
  resolve?: LookupFunction;
};

export type GuardedResponse = {
  status: number;
  /** Where the last redirect led. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/**
 * Reads an address that a person named. The address that was checked is the one connected to, at every redirect; private, loopback,
 * link-local and other special ones are refused unless ALLOW_PRIVATE_HOSTS. Any HTTP status is an answer; throws GuardedFetchError.
 */
export async function guardedFetch(
  address: string,
  options: GuardedFetchOptions = {},
): Promise<GuardedResponse> {
  const isAllowed = options.isAllowed ?? (env().ALLOW_PRIVATE_HOSTS ? () => true : isPublicAddress);
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(options.resolve ?? resolveHost, isAllowed), timeout: 5_000 },
    pipelining: 0,
  });
  const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
  try {
    return await follow(address, options, { dispatcher, signal, isAllowed });
  } catch (error) {
    throw asFault(error, signal);
  } finally {
    await dispatcher.destroy();
  }
}

type Allowed = (address: string) => boolean;
type Means = { dispatcher: Dispatcher; signal: AbortSignal; isAllowed: Allowed };

async function follow(address: string, options: GuardedFetchOptions, means: Means): Promise<GuardedResponse> {
  let url = outsideUrl(address, means.isAllowed);
  for (let hops = 0; hops <= (options.maxRedirects ?? 5); hops += 1) {
    const answer = await request(url, {
      method: options.method ?? "GET",
      headers: { "user-agent": "Galley/1 (+link check)", accept: "*/*", ...options.headers },
      dispatcher: means.dispatcher,
      signal: means.signal,
    });
    const location = answer.headers.location;
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === "string") {
      await readWithin(answer.body, 0);
      if (!URL.canParse(location, url)) throw new GuardedFetchError("bad_url", "redirected to no address");
      url = outsideUrl(new URL(location, url).href, means.isAllowed);
      continue;
    }
    const body = await readWithin(answer.body, options.maxBytes ?? 5 * 1024 * 1024);
    return { status: answer.statusCode, url: url.href, headers: answer.headers, body };
  }
  throw new GuardedFetchError("too_many_redirects", "redirected too often");
}

/** Literal addresses never reach the lookup, so they are judged here. */
function outsideUrl(address: string, isAllowed: Allowed): URL {
  if (!URL.canParse(address)) throw new GuardedFetchError("bad_url", "not an address");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new GuardedFetchError("bad_url", `${url.protocol} is not fetched`);
  }
  if (url.username || url.password) throw new GuardedFetchError("bad_url", "carries credentials");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host) && !isAllowed(host)) {
    throw new GuardedFetchError("private_address", `${host} is not a public address`);
  }
  return url;
}

/** Only what anyone on the internet could reach: not loopback, private, link-local, shared, multicast, mapped or tunnelled. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** One refused address refuses the name: a mixed answer is how rebinding looks. */
function guardedLookup(resolve: LookupFunction, isAllowed: Allowed): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "", 0);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: 4 }];
      const first = addresses[0];
      if (!first) {
        return callback(new GuardedFetchError("unresolvable", `${hostname} has no address`), "", 0);
      }
      if (!addresses.every(({ address }) => isAllowed(address))) {
        return callback(
          new GuardedFetchError("private_address", `${hostname} is not a public address`),
          "",
          0,
        );
      }
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

async function readWithin(body: Dispatcher.ResponseData["body"], maxBytes: number): Promise<Buffer> {
  if (maxBytes === 0) {
    body.on("error", () => undefined);
    body.destroy();
    return Buffer.alloc(0);
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new GuardedFetchError("too_large", `longer than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function asFault(error: unknown, signal: AbortSignal): GuardedFetchError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof GuardedFetchError) return cause;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  if (signal.aborted || /TIMEOUT/i.test(code)) {
    return new GuardedFetchError("timeout", "took too long", { cause: error });
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new GuardedFetchError("unresolvable", message, { cause: error });
  }
  return new GuardedFetchError("failed", message, { cause: error });
}
