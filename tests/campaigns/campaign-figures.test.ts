import { expect, test } from "vitest";
import { getCampaignFigures } from "@/lib/campaigns/get-campaign-figures";
import { pool } from "@/lib/platform/db";
import { givenDispatch, numberedPeople } from "@/prisma/seed/dispatch";
import { givenWorkspace } from "@/prisma/seed/workspace";

test("however many look, figures are read once a second, and who was told of a change gets those of after it", async () => {
  const { owner } = await givenWorkspace();
  const dispatch = await givenDispatch(owner, { people: numberedPeople(3) });
  const read = (options?: { isLive: boolean }) =>
    getCampaignFigures(owner.workspaceId, dispatch.campaignId, options);
  const startedMs = performance.now();
  const first = await Promise.all(Array.from({ length: 50 }, () => read()));
  expect(new Set(first).size).toBe(1);
  expect(first[0]).toMatchObject({ audience: 3, opened: 0 });

  await pool().query(`INSERT INTO "FigureDelta" ("dispatchId", opened) VALUES ($1, 1)`, [dispatch.id]);
  expect(await read()).toMatchObject({ opened: 0 });
  const live = await Promise.all(Array.from({ length: 50 }, () => read({ isLive: true })));
  expect(new Set(live).size).toBe(1);
  expect(live[0]).toMatchObject({ opened: 1 });
  expect(performance.now() - startedMs).toBeGreaterThan(990);
});
