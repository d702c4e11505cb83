import { expect, it } from "vitest";
import { GET } from "@/app/api/v1/me/route";
import { publicId } from "@/lib/platform/ids";
import { givenApiKey, givenWorkspace } from "@/prisma/seed/workspace";
import { call } from "./call";

it("a key learns its workspace, the plan in force and its scopes, and needs no scope for it", async () => {
  const { workspace, owner } = await givenWorkspace({ name: "Harbour Books", plan: "business" });
  const { authorization } = await givenApiKey(owner, ["contacts.read"]);
  const response = await call(GET, { authorization, method: "GET" });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    workspace: { id: publicId("workspace", workspace.id), name: "Harbour Books", plan: "business" },
    scopes: ["contacts.read"],
  });
});
