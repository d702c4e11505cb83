import { expect, test } from "vitest";
import { getCampaignCharts } from "@/lib/campaigns/get-campaign-charts";
import { listActivities } from "@/lib/campaigns/list-activities";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { checkFigures } from "@/lib/sending/check-figures";
import { findDispatch } from "@/lib/sending/find-dispatch";
import { givenContact, givenContacts } from "@/prisma/seed/contact";
import { seedDemoCampaigns } from "@/prisma/seed/demo-campaigns";
import { givenList } from "@/prisma/seed/list";
import { givenWorkspace } from "@/prisma/seed/workspace";

test("the demo's campaigns add up, row for row, and are made once", async () => {
  const { owner } = await givenWorkspace();
  const list = await givenList(owner.workspaceId, "Readers");
  await givenContacts(owner.workspaceId, 150, { lists: [list.id] });
  for (const status of ["unsubscribed", "unsubscribed", "unsubscribed", "bounced"] as const) {
    await givenContact(owner.workspaceId, { status, lists: [list.id] });
  }
  await seedDemoCampaigns(owner);
  await seedDemoCampaigns(owner);
  const { data } = await listCampaigns(owner);
  expect(data).toHaveLength(2);
  for (const campaign of data) {
    const { figures } = campaign;
    expect(campaign.status).toBe("sent");
    expect(figures).toMatchObject({ audience: 154, excluded: 2, pending: 0, unsubscribed: 2 });
    expect(figures.audience).toBe(
      figures.accepted + figures.rejected + figures.unknown + figures.excluded + figures.pending,
    );
    expect(figures.opened).toBeGreaterThan(figures.clicked);
    expect(figures.clicked).toBeGreaterThan(0);
    const dispatch = await findDispatch(owner.workspaceId, campaign.id);
    expect((await checkFigures(dispatch?.id ?? "")).isRight).toBe(true);
    const { growth, links } = await getCampaignCharts(owner, campaign.id);
    expect(growth.points.at(-1)).toMatchObject({ accepted: figures.accepted, opened: figures.opened });
    expect(links.reduce((sum, link) => sum + link.people, 0)).toBe(figures.clicked);
    const log = await listActivities(owner, { campaignId: campaign.id });
    expect(log.data.map(({ kind }) => kind)).toEqual(["sent", "started", "confirmed", "created"]);
  }
});
