"use server";

import { z } from "zod";
import { codePurposeSchema, codeRequestInput, signUpInput } from "@/lib/accounts/account-schema";
import { readPendingCode, rememberPendingCode } from "@/lib/accounts/pending-code";
import { readVisitor } from "@/lib/accounts/read-visitor";
import { resendCode, sendSignInCode } from "@/lib/accounts/send-code";
import { signUp } from "@/lib/accounts/sign-up";
import { action } from "@/lib/entry/action";

const callbackUrl = z.string().max(2000).optional();

export const signUpAction = action(
  { name: "accounts.signUp", input: signUpInput.and(z.object({ callbackUrl })), can: "public" },
  async (_viewer, input) => {
    const sent = await signUp(input, await readVisitor());
    await rememberPendingCode({ ...sent, callbackUrl: input.callbackUrl });
    return null;
  },
);

export const sendSignInCodeAction = action(
  { name: "accounts.sendSignInCode", input: codeRequestInput.extend({ callbackUrl }), can: "public" },
  async (_viewer, input) => {
    const sent = await sendSignInCode(input, await readVisitor());
    await rememberPendingCode({ ...sent, callbackUrl: input.callbackUrl });
    return null;
  },
);

export const resendCodeAction = action(
  {
    name: "accounts.resendCode",
    input: codeRequestInput.extend({ purpose: codePurposeSchema }),
    can: "public",
  },
  async (_viewer, input) => {
    const sent = await resendCode(input, await readVisitor());
    await rememberPendingCode({ ...(await readPendingCode()), ...sent });
    return null;
  },
);
