import { expect, it } from "vitest";
import { countAudience } from "@/lib/contacts/count-audience";
import { listContacts } from "@/lib/contacts/list-contacts";
import { listLists, listTags } from "@/lib/contacts/list-lists";
import { seedDemoContacts } from "@/prisma/seed/demo-contacts";
import { givenWorkspace } from "@/prisma/seed/workspace";

it("the demo has two hundred different people on three lists, and is made once", async () => {
  const { owner } = await givenWorkspace();
  await seedDemoContacts(owner);
  await seedDemoContacts(owner);
  const audience = await countAudience(owner, { all: true });
  expect(audience.total).toBe(200);
  expect(audience.sendable).toBeGreaterThan(170);
  expect(audience.excluded.map((entry) => entry.reason).sort()).toEqual([
    "bounced",
    "complained",
    "pending",
    "unsubscribed",
  ]);
  expect(await listLists(owner)).toHaveLength(3);
  expect(await listTags(owner)).toHaveLength(5);
  const { contacts } = await listContacts(owner, { limit: 200 });
  for (const { email } of contacts) expect(email).toMatch(/^[a-z]+\.[a-z]+@example\.(com|org)$/);
});
