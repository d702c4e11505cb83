import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "@/lib/accounts/open-session";
import { sessionCookieNames } from "@/lib/accounts/session-cookie";
import { newId } from "@/lib/platform/ids";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { type Build, filesHolding, makeBuild, startBuild, usualBuild } from "./second-build";

const withoutChat: Build = {
  dist: ".data/build-without-chat",
  features: "local_auth,google_auth,github_auth,stripe_payment,events",
};
/** Only the chat's own code says these: its requests, the marks of its paper, and the editor inside. */
const inTheBrowser = ["/api/chat", "data-words", "ProseMirror"];
/** Its job and one of its actions. */
const onTheServer = ["composer.generate", "composer.changeDraft"];
const routes: [method: string, path: string][] = [
  ["GET", "/api/chat"],
  ["POST", "/api/chat"],
  ["GET", `/api/chat/${newId()}`],
  ["GET", `/api/chat/${newId()}/paper`],
  ["POST", `/api/chat/${newId()}/retry`],
  ["POST", `/api/chat/${newId()}/stop`],
  ["GET", `/api/chat/${newId()}/stream?generation=${newId()}`],
];

let usual: Build;
let server: Awaited<ReturnType<typeof startBuild>>;
let cookie: string;

beforeAll(async () => {
  usual = usualBuild();
  makeBuild(withoutChat);
  const { owner } = await givenWorkspace();
  const { token } = await openSession(owner.userId ?? "", { userAgent: "", network: "" });
  cookie = sessionCookieNames.map((name) => `${name}=${token}`).join("; ");
  server = await startBuild(withoutChat);
});
afterAll(() => server?.stop());

const visit = (path: string, method = "GET") =>
  fetch(`${server.url}${path}`, { method, headers: { cookie, origin: server.url }, redirect: "manual" });

describe("what a build without chat ships", () => {
  it.each(inTheBrowser)(
    "has %s nowhere in the browser's JavaScript, where the usual build has it",
    (words) => {
      expect(filesHolding(`${usual.dist}/static`, words)).not.toEqual([]);
      expect(filesHolding(`${withoutChat.dist}/static`, words)).toEqual([]);
    },
  );

  it.each(onTheServer)("has %s nowhere in the server's, where the usual build has it", (words) => {
    expect(filesHolding(`${usual.dist}/server`, words)).not.toEqual([]);
    expect(filesHolding(`${withoutChat.dist}/server`, words)).toEqual([]);
  });
});

describe("a running build without chat", () => {
  it("holds the chat's place with the ways to newsletters and campaigns", async () => {
    const page = await visit("/chat");
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("Chat is not part of this build");
    expect(html).toMatch(/<a[^>]+href="\/newsletters"/);
    expect(html).toMatch(/<a[^>]+href="\/campaigns"/);
  });

  it("names no chat in the rail", async () => {
    const html = await (await visit("/newsletters")).text();
    const navigation = html.match(/<nav[^>]*>.*?<\/nav>/gs)?.join("") ?? "";
    expect(navigation).toContain('href="/newsletters"');
    expect(navigation).not.toContain('href="/chat"');
  });

  it("knows no conversation", async () => {
    expect((await visit(`/chat/${newId()}`)).status).toBe(404);
  });

  it.each(routes)("answers %s %s with 404", async (method, path) => {
    expect((await visit(path, method)).status).toBe(404);
  });
});
