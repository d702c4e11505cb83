import { expect, it } from "vitest";
import { sendSignInCode } from "@/lib/accounts/send-code";
import { signInByCode } from "@/lib/accounts/sign-in-by-code";
import { signUp } from "@/lib/accounts/sign-up";
import { setClock } from "@/lib/platform/clock";
import { db, pool } from "@/lib/platform/db";
import { givenUser } from "@/prisma/seed/user";
import { mailedCode, queuedMails, wrongCode } from "./queued-mail";
import { goodPassword, visitor } from "./visitor";

async function signedUp(email: string) {
  const sent = await signUp({ email, password: goodPassword }, visitor);
  return { ...sent, code: await mailedCode(email) };
}

it("of ten parallel wrong tries five are counted, and the right code is then refused too", async () => {
  const right = await signedUp("parallel@example.com");
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) =>
      signInByCode({ ...right, code: wrongCode(right.code, at + 1) }, visitor),
    ),
  );
  const codes = tries.map((tried) => (tried.status === "rejected" ? tried.reason.code : "accepted"));
  expect(codes.filter((code) => code === "code_wrong")).toHaveLength(5);
  expect(codes.filter((code) => code === "expired")).toHaveLength(5);
  const { attempts } = await db().verificationCode.findFirstOrThrow({
    where: { emailFolded: "parallel@example.com" },
  });
  expect(attempts).toBe(5);
  await expect(signInByCode(right, visitor)).rejects.toMatchObject({ userMessage: "code_used_up" });
  expect(await db().workspace.count()).toBe(0);
});

it("the fifth try may still be right", async () => {
  const right = await signedUp("fifth@example.com");
  for (let at = 1; at <= 4; at++) {
    const attempt = signInByCode({ ...right, code: wrongCode(right.code, at) }, visitor);
    await expect(attempt).rejects.toMatchObject({ code: "code_wrong" });
  }
  await expect(signInByCode(right, visitor)).resolves.toMatchObject({});
});

it("the same code typed in two windows at once makes one workspace and opens one door", async () => {
  const right = await signedUp("windows@example.com");
  const both = await Promise.allSettled([signInByCode(right, visitor), signInByCode(right, visitor)]);
  expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  const user = await db().user.findUniqueOrThrow({
    where: { emailFolded: "windows@example.com" },
    include: { members: true },
  });
  expect(user.members).toHaveLength(1);
});

it("a code lives ten minutes and works once", async () => {
  const right = await signedUp("late@example.com");
  const reset = setClock(new Date(Date.now() + 600_001));
  await expect(signInByCode(right, visitor)).rejects.toMatchObject({ userMessage: "code_expired" });
  reset();
  await signInByCode(right, visitor);
  await expect(signInByCode(right, visitor)).rejects.toMatchObject({ userMessage: "code_expired" });
});

it("a code is bound to its purpose and address, and no row or job holds it in clear", async () => {
  const right = await signedUp("bound@example.com");
  const other = await signedUp("other@example.com");
  await expect(signInByCode({ ...right, purpose: "sign_in" }, visitor)).rejects.toMatchObject({
    code: "expired",
  });
  if (right.code !== other.code) {
    await expect(signInByCode({ ...other, code: right.code }, visitor)).rejects.toMatchObject({
      code: "code_wrong",
    });
  }
  const { rows } = await pool().query(`SELECT data::text FROM pgboss.job`);
  const stored = JSON.stringify([rows, await db().verificationCode.findMany()]);
  expect(stored).not.toContain(`"${right.code}"`);
  expect(stored).not.toMatch(/code[\\":]+\d{6}/);
});

it("asking for a sign-in code answers the same with and without an account, and only mails to one", async () => {
  await givenUser({ email: "known@example.com" });
  const known = await sendSignInCode({ email: "known@example.com" }, visitor);
  const unknown = await sendSignInCode({ email: "nobody@example.com" }, visitor);
  expect(Object.keys(known)).toEqual(Object.keys(unknown));
  expect(await queuedMails("known@example.com")).toHaveLength(1);
  expect(await queuedMails("nobody@example.com")).toHaveLength(0);
  const guess = (email: string, code: string) => signInByCode({ email, purpose: "sign_in", code }, visitor);
  const wrong = wrongCode(await mailedCode("known@example.com"));
  await expect(guess("known@example.com", wrong)).rejects.toMatchObject({ code: "code_wrong" });
  await expect(guess("nobody@example.com", wrong)).rejects.toMatchObject({ code: "code_wrong" });
});

it("a code with spaces is read, one of another form is told apart", async () => {
  const right = await signedUp("spaces@example.com");
  const attempt = signInByCode({ ...right, code: "12345" }, visitor);
  await expect(attempt).rejects.toThrow("code_format");
  const spaced = `${right.code.slice(0, 3)} ${right.code.slice(3)} `;
  await expect(signInByCode({ ...right, code: spaced }, visitor)).resolves.toMatchObject({});
});
