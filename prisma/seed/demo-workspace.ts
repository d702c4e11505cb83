import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createUserByOperator } from "@/lib/accounts/create-user-by-operator";
import { createWorkspace } from "@/lib/accounts/create-workspace";
import { hashPassword } from "@/lib/accounts/password";
import type { Viewer } from "@/lib/accounts/viewer";
import { db, transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { demoEmail, demoSignInFile } from "./demo-sign-in";

const demoName = "Robin Vale";

/** "Galley Demo" on Pro and the person who owns it; what is there already is kept. The password is random and stands in DATA_DIR alone. */
export async function seedDemoWorkspace(): Promise<Viewer> {
  const password = demoPassword();
  const known = await db().user.findUnique({ where: { emailFolded: foldEmail(demoEmail) } });
  const user =
    known ?? (await createUserByOperator({ email: demoEmail, name: demoName, password: password.text }));
  if (known && password.isNew) {
    // The file was lost: a new password is the only way in.
    await db().user.update({
      where: { id: known.id },
      data: { passwordHash: await hashPassword(password.text) },
    });
  }
  const member = await db().member.findFirst({ where: { userId: user.id }, select: { workspaceId: true } });
  const workspaceId = member?.workspaceId ?? (await makeWorkspace(user.id));
  return {
    userId: user.id,
    workspaceId,
    role: "owner",
    locale: "en",
    timeZone: "UTC",
    via: "job",
    scopes: [],
  };
}

async function makeWorkspace(ownerId: string): Promise<string> {
  return transaction(async (tx) => {
    const made = await createWorkspace(tx, {
      name: "Galley Demo",
      ownerId,
      locale: "en",
      timeZone: "UTC",
      plan: { plan: "pro", source: "seeded" },
    });
    await tx.workspace.update({
      where: { id: made.id },
      data: { postalAddress: "Galley Demo, 12 Quay Street, Bristol BS1 4XX" },
    });
    return made.id;
  });
}

/** `DATA_DIR/secrets/demo-sign-in`: one line, address and password. */
function demoPassword(): { text: string; isNew: boolean } {
  const file = demoSignInFile();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    const text = randomBytes(12).toString("base64url");
    writeFileSync(file, `${demoEmail} ${text}\n`, { flag: "wx", mode: 0o600 });
    return { text, isNew: true };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return { text: readFileSync(file, "utf8").trim().split(" ")[1] ?? "", isNew: false };
  }
}
