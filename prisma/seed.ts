import { existsSync } from "node:fs";
import { db, disconnect } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { demoEmail, demoSignInFile } from "./seed/demo-sign-in";

/** The demo of a laptop: each part only where it is missing, so that it can run at every start. Nothing on the open network. */
async function seed(): Promise<void> {
  if (!env().isLoopback || (await isSeeded())) return;
  // Loaded only when there is work: this runs at every start.
  const { seedDemoWorkspace } = await import("./seed/demo-workspace");
  const { seedDemoContacts } = await import("./seed/demo-contacts");
  const { seedDemoCampaigns } = await import("./seed/demo-campaigns");
  const { stopSending } = await import("@/lib/jobs/boss");
  try {
    const owner = await seedDemoWorkspace();
    await seedDemoContacts(owner);
    await seedDemoCampaigns(owner);
  } finally {
    await stopSending();
  }
}

/** Campaigns are made last. */
async function isSeeded(): Promise<boolean> {
  if (!existsSync(demoSignInFile())) return false;
  const user = await db().user.findUnique({
    where: { emailFolded: demoEmail },
    select: { members: { select: { workspaceId: true } } },
  });
  const workspaceIds = user?.members.map((member) => member.workspaceId) ?? [];
  return (await db().campaign.count({ where: { workspaceId: { in: workspaceIds } } })) > 0;
}

try {
  await seed();
} finally {
  await disconnect();
}
