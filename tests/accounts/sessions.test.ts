import { expect, it } from "vitest";
import { endSession } from "@/lib/accounts/end-session";
import { openSession } from "@/lib/accounts/open-session";
import { sendSignInCode } from "@/lib/accounts/send-code";
import { findSessionViewer } from "@/lib/accounts/session-viewer";
import { signInByCode } from "@/lib/accounts/sign-in-by-code";
import { signInByPassword } from "@/lib/accounts/sign-in-by-password";
import { sweepAccounts } from "@/lib/accounts/sweep-accounts";
import { setClock } from "@/lib/platform/clock";
import { db, pool } from "@/lib/platform/db";
import { givenUser } from "@/prisma/seed/user";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { mailedCode } from "./queued-mail";
import { goodPassword, visitor } from "./visitor";

const day = 86_400_000;

it("a session knows person, workspace and role, and its token is not in the database", async () => {
  const user = await givenUser({ locale: "pt", timeZone: "America/Sao_Paulo" });
  const { workspace } = await givenWorkspace({ owner: user });
  const { token } = await openSession(user.id, visitor);
  expect(await findSessionViewer(token)).toEqual({
    userId: user.id,
    workspaceId: workspace.id,
    role: "owner",
    locale: "pt",
    timeZone: "America/Sao_Paulo",
    via: "session",
    scopes: [],
  });
  const { rows } = await pool().query(`SELECT s::text FROM "Session" s`);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await findSessionViewer("made-up")).toBeNull();
});

it("a session ended elsewhere is gone on the next request; the others stay", async () => {
  const user = await givenUser();
  await givenWorkspace({ owner: user });
  const [here, there] = [await openSession(user.id, visitor), await openSession(user.id, visitor)];
  await endSession(there.token);
  await endSession(there.token);
  expect(await findSessionViewer(there.token)).toBeNull();
  expect(await findSessionViewer(here.token)).not.toBeNull();
  expect(await db().auditEntry.count({ where: { action: "user.signed_out", resourceId: user.id } })).toBe(1);
});

it("a session ends after 30 days without use, slides while used, and is then swept", async () => {
  const user = await givenUser();
  await givenWorkspace({ owner: user });
  const start = Date.now();
  const { token } = await openSession(user.id, visitor);
  const reset = setClock(new Date(start + 29 * day));
  expect(await findSessionViewer(token)).not.toBeNull();
  setClock(new Date(start + 58 * day));
  expect(await findSessionViewer(token)).not.toBeNull();
  setClock(new Date(start + 89 * day));
  expect(await findSessionViewer(token)).toBeNull();
  const swept = await sweepAccounts();
  expect(swept.sessions).toBeGreaterThanOrEqual(1);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
  reset();
});

it("a suspended person has no live session, and a former member falls back to a workspace of their own", async () => {
  const user = await givenUser();
  const mine = await givenWorkspace({ owner: user });
  const theirs = await givenWorkspace();
  await db().member.create({ data: { workspaceId: theirs.workspace.id, userId: user.id, role: "editor" } });
  const { token } = await openSession(user.id, visitor);
  await db().session.updateMany({ where: { userId: user.id }, data: { workspaceId: theirs.workspace.id } });
  expect(await findSessionViewer(token)).toMatchObject({ workspaceId: theirs.workspace.id, role: "editor" });
  await db().member.deleteMany({ where: { workspaceId: theirs.workspace.id, userId: user.id } });
  expect(await findSessionViewer(token)).toMatchObject({ workspaceId: mine.workspace.id, role: "owner" });
  await db().user.update({ where: { id: user.id }, data: { suspendedAt: new Date() } });
  expect(await findSessionViewer(token)).toBeNull();
});

it("a session that names a workspace the person never belonged to does not open it", async () => {
  const user = await givenUser();
  const mine = await givenWorkspace({ owner: user });
  const foreign = await givenWorkspace();
  const { token } = await openSession(user.id, visitor);
  await db().session.updateMany({ where: { userId: user.id }, data: { workspaceId: foreign.workspace.id } });
  expect(await findSessionViewer(token)).toMatchObject({ workspaceId: mine.workspace.id });
});

it("ten wrong passwords in a quarter of an hour close the password door, not the one by code", async () => {
  const user = await givenUser({ email: "guessed@example.com", password: goodPassword });
  const guess = (password: string) => signInByPassword({ email: "Guessed@example.com", password }, visitor);
  for (let count = 0; count < 10; count++) {
    await expect(guess("not the password")).rejects.toMatchObject({ userMessage: "sign_in_wrong" });
  }
  await expect(guess(goodPassword)).rejects.toMatchObject({
    code: "rate_limited",
    userMessage: "rate_limited_sign_in",
    values: { minutes: 15 },
  });
  const sent = await sendSignInCode({ email: user.email }, visitor);
  const signedIn = await signInByCode({ ...sent, code: await mailedCode(user.email) }, visitor);
  expect(signedIn.userId).toBe(user.id);
});

it("an unverified account with the right password is led to its code", async () => {
  await givenUser({ email: "unproven@example.com", password: goodPassword, isVerified: false });
  const result = await signInByPassword({ email: "unproven@example.com", password: goodPassword }, visitor);
  if (result.kind !== "unverified") throw new Error("signed in without a code");
  const code = await mailedCode("unproven@example.com");
  await signInByCode({ ...result.sent, code }, visitor);
  const again = signInByPassword({ email: "unproven@example.com", password: goodPassword }, visitor);
  await expect(again).resolves.toMatchObject({ kind: "signed_in" });
});

it("a wrong password takes as long for an unknown address as for a known one", async () => {
  await givenUser({ email: "timed@example.com", password: goodPassword });
  const quickestOfFive = async (email: string) => {
    const tookMs: number[] = [];
    for (let count = 0; count < 5; count++) {
      const startedMs = performance.now();
      await signInByPassword({ email, password: "wrong password" }, visitor).catch(() => undefined);
      tookMs.push(performance.now() - startedMs);
    }
    return Math.min(...tookMs);
  };
  const known = await quickestOfFive("timed@example.com");
  expect(await quickestOfFive("nobody@example.com")).toBeGreaterThan(known * 0.5);
});
