import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { AppError } from "@/lib/platform/errors";
import type { UserView } from "./create-user-by-operator";

/** Makes a person a platform admin; a second time changes nothing. Throws `not_found`. */
export async function promoteUser(input: { email: string }): Promise<UserView> {
  return transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { emailFolded: foldEmail(input.email) } });
    if (!user) throw new AppError("not_found", `there is no user ${input.email}`);
    if (!user.adminSince) {
      await tx.user.update({ where: { id: user.id }, data: { adminSince: now() } });
      await recordAudit(tx, {
        viewer: null,
        action: "user.promoted",
        resourceType: "user",
        resourceId: user.id,
      });
    }
    return { id: user.id, email: user.email };
  });
}
