import { expect, it } from "vitest";
import { signInByCode } from "@/lib/accounts/sign-in-by-code";
import { signUp } from "@/lib/accounts/sign-up";
import { getPlan } from "@/lib/entitlements/entitlements";
import { db } from "@/lib/platform/db";
import { mailedCode } from "./queued-mail";
import { goodPassword, visitor } from "./visitor";

process.env.TRIAL_DAYS = "0";

it("with TRIAL_DAYS=0 a new workspace starts on Free", async () => {
  const sent = await signUp({ email: "free@example.com", password: goodPassword }, visitor);
  const { userId } = await signInByCode({ ...sent, code: await mailedCode("free@example.com") }, visitor);
  const { workspaceId } = await db().member.findFirstOrThrow({ where: { userId } });
  expect(await getPlan(workspaceId)).toMatchObject({ plan: "free", expiresAt: null });
});
