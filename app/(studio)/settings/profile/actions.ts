"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { localeCookie, timeZoneCookie } from "@/i18n/locales";
import { updateProfile, updateProfileInput } from "@/lib/accounts/update-profile";
import { action } from "@/lib/entry/action";

const yearSeconds = 365 * 24 * 3600;

/** The cookies keep language and zone for the pages after signing out. */
export const updateProfileAction = action(
  { name: "accounts.updateProfile", input: updateProfileInput, can: "workspace.read" },
  async (viewer, input) => {
    await updateProfile(viewer, input);
    const jar = await cookies();
    jar.set(localeCookie, input.locale, { maxAge: yearSeconds, sameSite: "lax" });
    jar.set(timeZoneCookie, input.timeZone, { maxAge: yearSeconds, sameSite: "lax" });
    revalidatePath("/", "layout");
    return null;
  },
);
