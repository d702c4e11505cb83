import { beforeEach, describe, expect, test } from "vitest";
import { GET as getHtml } from "@/app/api/v1/newsletters/[id]/html/route";
import { GET, PATCH } from "@/app/api/v1/newsletters/[id]/route";
import { GET as getText } from "@/app/api/v1/newsletters/[id]/text/route";
import { POST } from "@/app/api/v1/newsletters/route";
import { givenApiKey, givenWorkspace } from "@/prisma/seed/workspace";
import { callApi } from "./call-api";

let key: string;

beforeEach(async () => {
  const { owner } = await givenWorkspace();
  key = (await givenApiKey(owner)).authorization;
});

const markdown = "# Hello\n\nDear {{firstName|reader}}, look [here](https://harbour.example/programme).";

async function givenNewsletter(): Promise<{ id: string; version: number }> {
  const response = await callApi(key, POST, { body: { subject: "News", markdown } });
  return response.json();
}

describe("POST /api/v1/newsletters", () => {
  test("makes one of Markdown", async () => {
    const response = await callApi(key, POST, { body: { subject: "News", preheader: "Soon", markdown } });
    expect(response.status).toBe(201);
    const made = await response.json();
    expect(made).toEqual({ id: expect.stringMatching(/^nl_[0-9a-f]{32}$/), version: 1 });
    const view = await (await callApi(key, GET, { method: "GET", id: made.id })).json();
    expect(view).toMatchObject({ id: made.id, version: 1, subject: "News", preheader: "Soon" });
    expect(view.document.blocks.map(({ type }: { type: string }) => type)).toEqual([
      "heading",
      "text",
      "footer",
    ]);
  });

  test("makes one of a document, whose blocks may come without ids", async () => {
    const blocks = [
      { type: "heading", level: 1, content: [{ type: "text", text: "Hello" }] },
      { type: "footer" },
    ];
    const response = await callApi(key, POST, { body: { subject: "News", document: { blocks } } });
    expect(response.status).toBe(201);
  });

  test.each([
    [{ markdown }, "subject"],
    [{ subject: "News" }, "document"],
    [{ subject: "News", markdown, document: { blocks: [] } }, "document"],
    [{ subject: "News", document: { blocks: [{ type: "marquee" }] } }, "document"],
  ])("refuses %j, naming %s", async (body, field) => {
    const response = await callApi(key, POST, { body });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(Object.keys(problem.fields)).toContain(field);
    expect(problem).toMatchObject({ status: 422, code: "invalid" });
  });

  test("the same Idempotency-Key and body get the first answer, another body 409", async () => {
    const headers = { "idempotency-key": "one" };
    const first = await callApi(key, POST, { body: { subject: "News", markdown }, headers });
    const again = await callApi(key, POST, { body: { subject: "News", markdown }, headers });
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
    expect((await callApi(key, POST, { body: { subject: "Other", markdown }, headers })).status).toBe(409);
  });

  test("needs a key, and the scope", async () => {
    const anonymous = await callApi("", POST, { body: { subject: "News", markdown } });
    expect(anonymous.status).toBe(401);
    const { owner } = await givenWorkspace();
    const { authorization } = await givenApiKey(owner, ["newsletters.read"]);
    expect((await callApi(authorization, POST, { body: { subject: "News", markdown } })).status).toBe(403);
  });
});

describe("a newsletter by its id", () => {
  test("changes by the version that If-Match names, and not by an older one", async () => {
    const { id } = await givenNewsletter();
    const change = (version: string, subject: string) =>
      callApi(key, PATCH, { method: "PATCH", id, body: { subject }, headers: { "if-match": version } });
    const first = await change('"1"', "Better news");
    expect([first.status, await first.json()]).toEqual([200, { id, version: 2 }]);
    expect((await change("1", "Lost news")).status).toBe(409);
    const without = await callApi(key, PATCH, { method: "PATCH", id, body: { subject: "x" } });
    expect([without.status, (await without.json()).code]).toEqual([422, "if_match_required"]);
    const view = await callApi(key, GET, { method: "GET", id });
    expect(view.headers.get("etag")).toBe('"2"');
    expect((await view.json()).subject).toBe("Better news");
  });

  test("is rendered as HTML and as text, with nothing open in it", async () => {
    const { id } = await givenNewsletter();
    const html = await callApi(key, getHtml, { method: "GET", id });
    expect(html.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await html.text()).toMatch(/Dear reader[\s\S]*href="https:\/\/harbour\.example\/programme"/);
    const text = await callApi(key, getText, { method: "GET", id });
    expect(text.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await text.text()).toContain("Dear reader");
  });

  test("of another workspace, or with no id at all, is not there", async () => {
    const { id } = await givenNewsletter();
    const { owner: other } = await givenWorkspace();
    const { authorization } = await givenApiKey(other);
    for (const handler of [GET, getHtml, getText]) {
      expect((await callApi(authorization, handler, { method: "GET", id })).status).toBe(404);
      expect((await callApi(key, handler, { method: "GET", id: "nl_nonsense" })).status).toBe(404);
    }
    const changed = await callApi(authorization, PATCH, {
      method: "PATCH",
      id,
      body: { subject: "Mine" },
      headers: { "if-match": "1" },
    });
    expect(changed.status).toBe(404);
  });
});
