import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { checkLinks, collectLinks, type LinkAnswer } from "@/lib/campaigns/check-links";
import { documentFromMarkdown } from "@/lib/content/markdown";

const document = (markdown: string) => documentFromMarkdown(markdown, { subject: "Links" });
const answering = (answers: Record<string, LinkAnswer>) => ({
  ask: async (url: string) => answers[url] ?? { status: 200 },
});

describe("links before sending", () => {
  test("what its server says is gone is an error, what fails or cannot be asked a warning", async () => {
    const found = await checkLinks(
      document(
        "[a](https://a.dev/) [b](https://b.dev/) [c](https://c.dev/) [d](https://d.dev/) [e](https://e.dev/) [f](https://f.dev/)",
      ),
      answering({
        "https://a.dev/": { status: 404 },
        "https://b.dev/": { status: 503 },
        "https://c.dev/": { fault: "timeout" },
        "https://d.dev/": { fault: "private_address" },
        "https://e.dev/": { status: 403 },
      }),
    );
    expect(found.map(({ code, severity, values }) => [values?.url, code, severity])).toEqual([
      ["https://a.dev/", "link_broken", "error"],
      ["https://b.dev/", "link_failing", "warning"],
      ["https://c.dev/", "link_unreachable", "warning"],
      ["https://d.dev/", "link_private", "warning"],
    ]);
  });

  test("a name that nobody knows is an error, unless nothing at all can be reached: a laptop without a network sends", async () => {
    const unknown = { fault: "unresolvable" } as const;
    const both = document("[a](https://a.dev/) [b](https://b.dev/)");
    const online = await checkLinks(both, answering({ "https://a.dev/": unknown }));
    expect(online.map(({ severity }) => severity)).toEqual(["error"]);
    const offline = await checkLinks(both, { ask: async () => unknown });
    expect(offline.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  });

  test("links differ by reader, and addresses other than the web's, are not asked", () => {
    const links = collectLinks(
      document("[a](https://a.dev/?x={{firstName|you}}) [m](mailto:a@b.dev) [b](https://b.dev/)"),
    );
    expect(links.map(({ url }) => url)).toEqual(["https://b.dev/"]);
  });

  test("asks a real server once, by HEAD first", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(request.url === "/gone" ? 404 : 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const found = await checkLinks(document(`[a](${base}/here) [b](${base}/here) [c](${base}/gone)`));
    expect(found.map(({ code }) => code)).toEqual(["link_broken"]);
    expect(asked.sort()).toEqual(["GET /gone", "HEAD /gone", "HEAD /here"]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
