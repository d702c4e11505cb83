import { z } from "zod";
import { isLocale } from "@/i18n/locales";
import { transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { emailField } from "./account-schema";
import { insertUser } from "./create-user-by-operator";
import { createWorkspace } from "./create-workspace";

const newWorkspaceInput = z.object({
  name: z.string().trim().min(1, "required").max(80, "too_long"),
  ownerEmail: emailField(),
  plan: z.enum(["free", "pro", "business"]),
});

export type CreatedWorkspaceView = { id: string; name: string; slug: string; ownerId: string };

/** Makes a workspace on a plan without end; its owner is made when the address is new. Throws `invalid`. */
export async function createWorkspaceByOperator(
  input: z.input<typeof newWorkspaceInput>,
): Promise<CreatedWorkspaceView> {
  const { name, ownerEmail, plan } = newWorkspaceInput.parse(input);
  return transaction(async (tx) => {
    const known = await tx.user.findUnique({ where: { emailFolded: foldEmail(ownerEmail) } });
    const owner = known ?? (await insertUser(tx, { email: ownerEmail }, null));
    const workspace = await createWorkspace(tx, {
      name,
      ownerId: owner.id,
      locale: isLocale(known?.locale) ? known.locale : "en",
      timeZone: known?.timeZone ?? "UTC",
      plan: { plan, source: "operator" },
    });
    return { ...workspace, ownerId: owner.id };
  });
}
