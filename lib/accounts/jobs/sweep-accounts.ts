import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";
import { sweepAccounts } from "../sweep-accounts";

export const sweepAccountsJob = defineJob({
  name: "accounts.sweep",
  payload: z.object({}),
  run: async () => {
    await sweepAccounts();
  },
});
