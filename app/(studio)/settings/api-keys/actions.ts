"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { createApiKeyInput } from "@/lib/accounts/api-key-schema";
import { createApiKey } from "@/lib/accounts/create-api-key";
import { revokeApiKey } from "@/lib/accounts/revoke-api-key";
import { action } from "@/lib/entry/action";

export const createApiKeyAction = action(
  { name: "accounts.createApiKey", input: createApiKeyInput, can: "apiKeys.manage" },
  async (viewer, input) => {
    const { key } = await createApiKey(viewer, input);
    revalidatePath("/settings/api-keys");
    return { key };
  },
);

export const revokeApiKeyAction = action(
  { name: "accounts.revokeApiKey", input: z.object({ id: z.uuid() }), can: "apiKeys.manage" },
  async (viewer, { id }) => {
    await revokeApiKey(viewer, id);
    revalidatePath("/settings/api-keys");
    return null;
  },
);
