import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type GuardedFetchError, guardedFetch, isPublicAddress } from "@/lib/platform/guarded-fetch";

const open: Server[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function givenServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const resolvesTo =
  (...addresses: string[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

const anywhere = () => true;

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: GuardedFetchError) => error.fault,
  );

describe("addresses", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(["93.184.216.34", "2606:4700:4700::1111"])("%s is public", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe("guardedFetch", () => {
  test.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::ffff:7f00:1]/",
  ])("refuses the literal %s before connecting", async (address) => {
    expect(await faultOf(guardedFetch(address, { isAllowed: isPublicAddress }))).toBe("private_address");
  });

  test.each([
    "ftp://example.com/",
    "file:///etc/passwd",
    "javascript:1",
    "nonsense",
    "http://a:b@example.com/",
  ])("refuses %s", async (address) => {
    expect(await faultOf(guardedFetch(address, { isAllowed: isPublicAddress }))).toBe("bad_url");
  });

  test("refuses a name that resolves to a private address, even beside a public one", async () => {
    const url = await givenServer((_request, response) => response.end("inside"));
    const named = url.replace("127.0.0.1", "rebind.example");
    for (const resolve of [resolvesTo("127.0.0.1"), resolvesTo("93.184.216.34", "127.0.0.1")]) {
      expect(await faultOf(guardedFetch(named, { isAllowed: isPublicAddress, resolve }))).toBe(
        "private_address",
      );
    }
  });

  test("connects to the address that was checked", async () => {
    const url = await givenServer((request, response) => response.end(request.headers.host));
    const answer = await guardedFetch(url.replace("127.0.0.1", "newsletter.example"), {
      isAllowed: anywhere,
      resolve: resolvesTo("127.0.0.1"),
    });
    expect(answer.body.toString()).toMatch(/^newsletter\.example:/);
  });

  test("refuses a redirect that leads inside", async () => {
    const url = await givenServer((_request, response) => {
      response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end();
    });
    const fault = await faultOf(guardedFetch(url, { isAllowed: (address) => address === "127.0.0.1" }));
    expect(fault).toBe("private_address");
  });

  test("gives up after too many redirects", async () => {
    const url = await givenServer((_request, response) => response.writeHead(302, { location: "/" }).end());
    const fault = await faultOf(guardedFetch(url, { isAllowed: anywhere }));
    expect(fault).toBe("too_many_redirects");
  });

  test("follows redirects and tells where they led", async () => {
    const url = await givenServer((request, response) => {
      if (request.url === "/") response.writeHead(301, { location: "/there" }).end();
      else response.end("here");
    });
    const answer = await guardedFetch(url, { isAllowed: anywhere });
    expect([answer.status, answer.url, answer.body.toString()]).toEqual([200, `${url}/there`, "here"]);
  });

  test("stops at the size limit and at the time limit", async () => {
    const big = await givenServer((_request, response) => response.end("x".repeat(2000)));
    expect(await faultOf(guardedFetch(big, { isAllowed: anywhere, maxBytes: 1000 }))).toBe("too_large");
    const slow = await givenServer(() => undefined);
    expect(await faultOf(guardedFetch(slow, { isAllowed: anywhere, timeoutMs: 150 }))).toBe("timeout");
  });

  test("any status is an answer, and no body is read when none is wanted", async () => {
    const url = await givenServer((_request, response) => response.writeHead(404).end("gone"));
    const answer = await guardedFetch(url, { isAllowed: anywhere, maxBytes: 0 });
    expect([answer.status, answer.body.length]).toEqual([404, 0]);
  });

  test("nobody listening is a failure, not a crash", async () => {
    expect(await faultOf(guardedFetch("http://127.0.0.1:9/", { isAllowed: anywhere }))).toBe("failed");
  });
});
