import { z } from "zod";
import { isTimeZone, locales } from "@/i18n/locales";
import { recordAudit } from "@/lib/audit/record-audit";
import { transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { assertCan } from "./permissions";
import type { Viewer } from "./viewer";

export const updateProfileInput = z.object({
  /** Empty takes the name away; the address stands in for it then. */
  name: z.string({ error: "required" }).trim().normalize("NFC").max(120, "too_long"),
  locale: z.enum(locales),
  timeZone: z.string().refine(isTimeZone, "time_zone_unknown"),
});

export type UpdateProfileInput = z.input<typeof updateProfileInput>;

/** Changes the viewer's own name, language and time zone; what was the same is written again. Throws `forbidden` for a key. */
export async function updateProfile(
  viewer: Viewer,
  input: z.output<typeof updateProfileInput>,
): Promise<void> {
  assertCan(viewer, "workspace.read");
  const userId = viewer.userId;
  if (viewer.via !== "session" || !userId) throw new AppError("forbidden", "only a person has a profile");
  await transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { ...input, name: input.name || null } });
    await recordAudit(tx, {
      viewer,
      action: "user.profile_changed",
      resourceType: "user",
      resourceId: userId,
      after: { locale: input.locale, timeZone: input.timeZone },
    });
  });
}
