import { createTranslator } from "next-intl";
import { beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { endSession } from "@/lib/accounts/end-session";
import { openSession } from "@/lib/accounts/open-session";
import { action } from "@/lib/entry/action";
import { AppError } from "@/lib/platform/errors";
import errors from "@/messages/en/errors.json";
import { givenMember, givenWorkspace } from "@/prisma/seed/workspace";

// What Next gives to a server action: the request's headers and cookies.
const request = { headers: new Headers(), token: "" };
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => (request.token ? { value: request.token } : undefined) }),
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => createTranslator({ locale: "en", messages: { errors }, namespace: "errors" }),
}));

beforeEach(() => {
  request.headers = new Headers({ origin: "http://localhost:3000" });
  request.token = "";
});

const rename = action(
  {
    name: "test.rename",
    input: z.object({ name: z.string().trim().min(1, "required") }),
    can: "workspace.manage",
  },
  async (viewer, { name }) => ({ name, workspaceId: viewer.workspaceId }),
);

async function signIn(viewer: { userId: string | null }) {
  const { token } = await openSession(viewer.userId ?? "", { userAgent: null, network: null });
  request.token = token;
}

it("runs for who may, with parsed input, also from a form", async () => {
  const { workspace, owner } = await givenWorkspace();
  await signIn(owner);
  const data = { name: "Quay", workspaceId: workspace.id };
  expect(await rename({ name: " Quay " })).toEqual({ ok: true, data });
  const form = new FormData();
  form.set("name", "Quay");
  expect(await rename(form)).toEqual({ ok: true, data });
});

it("names each faulty field in the person's language", async () => {
  await signIn((await givenWorkspace()).owner);
  expect(await rename({ name: " " })).toMatchObject({
    ok: false,
    code: "invalid",
    fieldErrors: { name: errors.required },
  });
});

it("is refused without a session, after it was ended, from another site, and for a role that may not", async () => {
  const { workspace, owner } = await givenWorkspace();
  expect(await rename({ name: "x" })).toMatchObject({ ok: false, code: "unauthenticated" });
  await signIn(await givenMember(workspace.id, "editor"));
  expect(await rename({ name: "x" })).toMatchObject({
    ok: false,
    code: "forbidden",
    message: errors.forbidden,
  });
  await signIn(owner);
  request.headers = new Headers({ origin: "https://evil.test" });
  expect(await rename({ name: "x" })).toMatchObject({ ok: false, code: "forbidden" });
  request.headers = new Headers({ origin: "http://localhost:3000" });
  await endSession(request.token);
  expect(await rename({ name: "x" })).toMatchObject({ ok: false, code: "unauthenticated" });
});

it("says what went wrong in words, and nothing of what is ours", async () => {
  const limited = action({ name: "test.limited", input: z.object({}), can: "public" }, async () => {
    throw new AppError("limit_reached", "internal words", {
      userMessage: "limit_reached_api_keys",
      values: { allowed: 3, present: 3 },
    });
  });
  expect(await limited({})).toMatchObject({
    code: "limit_reached",
    message: "Your plan holds 3 API keys. Revoke one, or move to a higher plan.",
  });
  const broken = action({ name: "test.broken", input: z.object({}), can: "public" }, async () => {
    throw new Error("secret detail");
  });
  const answer = await broken({});
  expect(answer).toMatchObject({ ok: false, code: "internal", message: errors.internal });
  expect(JSON.stringify(answer)).not.toContain("secret");
  expect(answer).toHaveProperty("requestId", expect.stringMatching(/^[0-9a-f-]{36}$/));
});
