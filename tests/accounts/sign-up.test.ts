import { expect, it } from "vitest";
import { resendCode } from "@/lib/accounts/send-code";
import { signInByCode } from "@/lib/accounts/sign-in-by-code";
import { signInByPassword } from "@/lib/accounts/sign-in-by-password";
import { signUp } from "@/lib/accounts/sign-up";
import { getPlan } from "@/lib/entitlements/entitlements";
import { setClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { givenUser } from "@/prisma/seed/user";
import { mailedCode, queuedMails, wrongCode } from "./queued-mail";
import { goodPassword, visitor } from "./visitor";

it("signing up and typing the code makes a verified person with a workspace on a 14-day Pro trial, audited", async () => {
  const sent = await signUp(
    { email: "Ana.Silva@Example.com", password: goodPassword },
    { ...visitor, locale: "pt" },
  );
  const code = await mailedCode("Ana.Silva@Example.com");
  const { userId } = await signInByCode({ ...sent, code }, visitor);
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    include: { members: { include: { workspace: true } } },
  });
  expect(user).toMatchObject({
    emailFolded: "ana.silva@example.com",
    locale: "pt",
    timeZone: "Europe/Lisbon",
  });
  expect(user.emailVerified).not.toBeNull();
  expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const [member] = user.members;
  expect(member).toMatchObject({
    role: "owner",
    workspace: { name: "Ana Silva", slug: "ana-silva", locale: "pt" },
  });
  const plan = await getPlan(member?.workspaceId ?? "");
  expect(plan).toMatchObject({ plan: "pro", source: "trial" });
  const days = ((plan.expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(13.9);
  expect(days).toBeLessThanOrEqual(14);
  const actions = await db().auditEntry.findMany({ where: { workspaceId: member?.workspaceId ?? "" } });
  expect(actions.map((entry) => entry.action).sort()).toEqual(["user.signed_up", "workspace.created"]);
  expect(JSON.stringify(actions)).not.toContain("example.com");
});

it("a known address in odd case or width changes nothing, answers alike, and its owner is told", async () => {
  const owner = await givenUser({ email: "rita@example.com", password: goodPassword });
  const stranger = await signUp({ email: "new@example.com", password: goodPassword }, visitor);
  const again = await signUp({ email: "ＲＩＴＡ@Example.COM", password: "another long password" }, visitor);
  expect(Object.keys(again).sort()).toEqual(Object.keys(stranger).sort());
  expect(again).toMatchObject({ email: "RITA@Example.COM", purpose: "verify_email" });
  expect(await db().user.count({ where: { emailFolded: owner.emailFolded } })).toBe(1);
  expect(await queuedMails("rita@example.com")).toEqual([
    { template: "already_registered", to: "rita@example.com", locale: "en" },
  ]);
  await expect(
    signInByPassword({ email: "rita@example.com", password: goodPassword }, visitor),
  ).resolves.toMatchObject({
    kind: "signed_in",
  });
  for (let step = 0; step < 5; step++) {
    const code = wrongCode("000000", step);
    await expect(signInByCode({ ...again, code }, visitor)).rejects.toMatchObject({ code: "code_wrong" });
  }
  await expect(signInByCode({ ...again, code: "000009" }, visitor)).rejects.toMatchObject({
    userMessage: "code_used_up",
  });
});

it("two sign-ups with one address at once make one account", async () => {
  await Promise.all(
    Array.from({ length: 8 }, () => signUp({ email: "twice@example.com", password: goodPassword }, visitor)),
  );
  expect(await db().user.count({ where: { emailFolded: "twice@example.com" } })).toBe(1);
  expect(await queuedMails("twice@example.com")).toHaveLength(1);
});

it("whoever proves an address without having chosen its password keeps the account, not the password", async () => {
  await signUp({ email: "victim@example.com", password: "chosen by a stranger" }, visitor);
  const { userId } = await signInByCode(
    { email: "victim@example.com", purpose: "verify_email", code: await mailedCode("victim@example.com") },
    visitor,
  );
  const attempt = signInByPassword(
    { email: "victim@example.com", password: "chosen by a stranger" },
    visitor,
  );
  await expect(attempt).rejects.toMatchObject({ userMessage: "sign_in_wrong" });
  expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).passwordHash).toBeNull();
});

it.each([
  ["short", "password_short"],
  ["password12", "password_common"],
  ["P@ssw0rd2024!", "password_common"],
  ["1234567890", "password_common"],
  ["qwertyuiop", "password_common"],
  ["aaaaaaaaaaaa", "password_common"],
  ["abcabcabcabc", "password_common"],
  ["dragondragon", "password_common"],
  ["quillfeather2024", "password_like_email"],
])("the password %s is refused as %s", async (password, fault) => {
  const attempt = signUp({ email: "quillfeather@example.com", password }, visitor);
  await expect(attempt).rejects.toThrow(fault);
});

it.each([
  "orchard lantern quilt",
  "galley-test-2026",
  "Kj8#vQ2!mZ",
  "três cavalos à chuva",
  "correct horse battery staple",
])("the password %s is accepted", async (password) => {
  const sent = await signUp({ email: `p${password.length}@example.com`, password }, visitor);
  expect(sent.purpose).toBe("verify_email");
});

it("another code is mailed after a minute, not before, and the earlier one is dead", async () => {
  const start = Date.now();
  const reset = setClock(new Date(start));
  try {
    const sent = await signUp({ email: "slow@example.com", password: goodPassword }, visitor);
    const first = await mailedCode("slow@example.com");
    setClock(new Date(start + 45_000));
    await expect(resendCode(sent, visitor)).rejects.toMatchObject({
      userMessage: "code_too_soon",
      values: { seconds: 15 },
      retryAfterSeconds: 15,
    });
    setClock(new Date(start + 60_000));
    await resendCode(sent, visitor);
    const second = await mailedCode("slow@example.com");
    if (first !== second) {
      await expect(signInByCode({ ...sent, code: first }, visitor)).rejects.toMatchObject({
        code: "code_wrong",
      });
    }
    await expect(signInByCode({ ...sent, code: second }, visitor)).resolves.toMatchObject({});
  } finally {
    reset();
  }
});

it("at most ten codes an hour go to one address", async () => {
  const ask = () => signUp({ email: "flood@example.com", password: goodPassword }, visitor);
  for (let count = 0; count < 10; count++) await ask();
  await expect(ask()).rejects.toMatchObject({ code: "rate_limited" });
});
