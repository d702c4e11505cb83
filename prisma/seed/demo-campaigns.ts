import type { PoolClient } from "pg";
import type { Viewer } from "@/lib/accounts/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { audienceSql } from "@/lib/contacts/audience-sql";
import { createList } from "@/lib/contacts/create-list";
import { listLists } from "@/lib/contacts/list-lists";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import { db, rawTransaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { ensureDefaultSender } from "@/lib/sending/ensure-default-sender";
import { startDispatch } from "@/lib/sending/start-dispatch";
import { getTemplate } from "@/lib/templates/get-template";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Story = {
  name: string;
  template: string;
  subject: string;
  preheader: string;
  /** How long ago it went out. */
  agoMs: number;
  openShare: number;
  clickShare: number;
  rejected: number;
  unknown: number;
};

const stories: Story[] = [
  {
    name: "A letter from the press room",
    template: "letter",
    subject: "What a year of slow print taught us",
    preheader: "Twelve months, one press, and a great deal of coffee.",
    agoMs: 17 * dayMs,
    openShare: 0.52,
    clickShare: 0.13,
    rejected: 3,
    unknown: 1,
  },
  {
    name: "Sunday digest",
    template: "digest",
    subject: "Five things worth your Sunday",
    preheader: "A press restored, a typeface found, and what the season brings.",
    agoMs: 3 * dayMs,
    openShare: 0.44,
    clickShare: 0.19,
    rejected: 2,
    unknown: 0,
  },
];

/**
 * Two campaigns that went out, with figures as they grow over days, written through the tables that sending itself uses, so that every sum holds. Nobody is
 * mailed. One more newsletter waits to be sent. Does nothing when the workspace has campaigns.
 */
export async function seedDemoCampaigns(owner: Viewer): Promise<void> {
  if ((await db().campaign.count({ where: { workspaceId: owner.workspaceId } })) > 0) return;
  const [first] = (await listLists(owner)).sort((a, b) => b.contacts - a.contacts);
  const audience = first ? { lists: [first.id] } : { all: true as const };
  for (const story of stories) await seedSent(owner, story, audience);
  await createNewsletter(owner, { document: getTemplate("event", "en").document });
}

type SeedAudience = { all?: true; lists?: string[] };

async function seedSent(owner: Viewer, story: Story, audience: SeedAudience): Promise<void> {
  const document = documentOf(story);
  const newsletter = await createNewsletter(owner, { document });
  const sender = await ensureDefaultSender(owner);
  const campaign = await createCampaign(owner, {
    name: story.name,
    newsletterId: newsletter.id,
    senderId: sender.id,
    audience,
  });
  // Started for a list without anybody, a Dispatch is over at once: nothing waits for a worker, and its recipients are written below.
  const nobody = await createList(owner, { name: `Seed ${newId()}` });
  const dispatch = await startDispatch(owner, {
    campaignId: campaign.id,
    senderId: sender.id,
    document,
    audience: { lists: [nobody.id] },
  });
  await db().list.delete({ where: { id: nobody.id } });
  // Five past nine in the morning, that many days ago.
  const startedAt = new Date(
    Math.floor((Date.now() - story.agoMs) / dayMs) * dayMs + 9 * hourMs + 5 * 60_000,
  );
  await rawTransaction(async (client) => {
    await freeze(client, owner, { dispatchId: dispatch.id, audience, startedAt });
    await settle(client, dispatch.id, story, startedAt);
    await signal(client, dispatch.id, story, startedAt);
    await sumUp(client, dispatch.id, startedAt);
    await date(client, owner, { campaignId: campaign.id, dispatchId: dispatch.id, document, startedAt });
  });
}

function documentOf(story: Story): NewsletterDocument {
  const { document } = getTemplate(story.template, "en");
  return { ...document, meta: { ...document.meta, subject: story.subject, preheader: story.preheader } };
}

/** As sending freezes, with one liberty: two who have unsubscribed since did so because of this campaign, and were in it then. */
async function freeze(
  client: PoolClient,
  owner: Viewer,
  facts: { dispatchId: string; audience: SeedAudience; startedAt: Date },
): Promise<void> {
  const sql = audienceSql(owner.workspaceId, facts.audience);
  const next = sql.params.length;
  await client.query(
    `INSERT INTO "Recipient" ("workspaceId", "dispatchId", "contactId", email, name, fields, batch, state, reason, attempts, "handedAt", "settledAt")
     SELECT $${next + 1}, $${next + 2}, p."contactId", p.email, p.name, '{}',
            CASE WHEN p.left_out THEN NULL ELSE ((p.place - 1) / 100)::int END,
            CASE WHEN p.left_out THEN 'excluded' ELSE 'accepted' END::"RecipientState",
            CASE WHEN p.left_out THEN p.exclusion END,
            CASE WHEN p.left_out THEN 0 ELSE 1 END,
            CASE WHEN NOT p.left_out THEN $${next + 3}::timestamptz + p.place * interval '25 milliseconds' END,
            $${next + 3}::timestamptz + p.place * interval '25 milliseconds'
       FROM (SELECT o.*, row_number() OVER (PARTITION BY o.left_out ORDER BY o."contactId") AS place
               FROM (SELECT a."contactId", a.email, a.exclusion,
                            concat_ws(' ', NULLIF(a."firstName", ''), NULLIF(a."lastName", '')) AS name,
                            a.exclusion IS NOT NULL
                              AND NOT (a.exclusion = 'unsubscribed'
                                       AND row_number() OVER (PARTITION BY a.exclusion ORDER BY a."contactId") <= 2) AS left_out
                       FROM (${sql.text}) AS a) AS o) AS p`,
    [...sql.params, owner.workspaceId, facts.dispatchId, facts.startedAt],
  );
  await client.query(
    `INSERT INTO "Batch" ("dispatchId", number, "bodyHash", pending)
     SELECT $1, batch, encode(sha256(convert_to(string_agg(id::text, '' ORDER BY id), 'UTF8')), 'hex'), 0
       FROM "Recipient" WHERE "dispatchId" = $1 AND batch IS NOT NULL GROUP BY batch`,
    [facts.dispatchId],
  );
}

/** A few that the mail server refused, and one that nobody knows about. */
async function settle(client: PoolClient, dispatchId: string, story: Story, startedAt: Date): Promise<void> {
  await client.query(
    `UPDATE "Recipient" r
        SET state = CASE WHEN o.place <= $2::int THEN 'rejected' ELSE 'unknown' END::"RecipientState",
            reason = CASE WHEN o.place <= $2::int THEN 'refused' ELSE 'connection_lost' END,
            response = CASE WHEN o.place <= $2::int THEN '550 5.1.1 No such mailbox here' END
       FROM (SELECT rc.id, row_number() OVER (ORDER BY md5(rc.email || $1::uuid::text)) AS place
               FROM "Recipient" rc JOIN "Contact" c ON c.id = rc."contactId"
              WHERE rc."dispatchId" = $1 AND rc.state = 'accepted' AND c.status = 'subscribed') AS o
      WHERE r.id = o.id AND o.place <= $2::int + $3::int`,
    [dispatchId, story.rejected, story.unknown],
  );
  await client.query(
    `UPDATE "Recipient" SET response = '250 2.0.0 Ok: queued' WHERE "dispatchId" = $1 AND state = 'accepted'`,
    [dispatchId],
  );
  await client.query(
    `INSERT INTO "Delivery" ("recipientId", attempt, "workspaceId", "dispatchId", "handedAt", "endedAt", outcome, response)
     SELECT id, 1, "workspaceId", "dispatchId", "handedAt", "settledAt", state::text::"DeliveryOutcome", response
       FROM "Recipient" WHERE "dispatchId" = $1 AND state IN ('rejected', 'unknown')`,
    [dispatchId],
  );
  await client.query(`UPDATE "Dispatch" SET "startedAt" = $2 WHERE id = $1`, [dispatchId, startedAt]);
}

/** Openings thin out over two days; clicks follow an opening within the hour; early links are followed more. */
async function signal(client: PoolClient, dispatchId: string, story: Story, startedAt: Date): Promise<void> {
  const people = `SELECT r.id, r."workspaceId", r."dispatchId",
         ('x' || substr(md5(r.email || $1::uuid::text), 1, 8))::bit(32)::bigint / 4294967295.0::float8 AS lot,
         ('x' || substr(md5(r.email || $1::uuid::text), 9, 8))::bit(32)::bigint / 4294967295.0::float8 AS delay,
         ('x' || substr(md5(r.email || $1::uuid::text), 17, 8))::bit(32)::bigint / 4294967295.0::float8 AS taste
    FROM "Recipient" r WHERE r."dispatchId" = $1 AND r.state = 'accepted'`;
  // The inverse of an exponential distribution with a mean of seven hours, cut at now.
  const openedAt = `LEAST($2::timestamptz + interval '4 minutes' - ln(1 - p.delay * 0.995) * interval '7 hours', now())`;
  await client.query(
    `INSERT INTO "DeliverySignal" ("recipientId", kind, "workspaceId", "dispatchId", "firstAt", "lastAt", count)
     SELECT p.id, 'opened', p."workspaceId", p."dispatchId", ${openedAt}, ${openedAt}, 1 + floor(p.taste * 2.4)::int
       FROM (${people}) AS p WHERE p.lot < $3::float8`,
    [dispatchId, startedAt, story.openShare],
  );
  await client.query(
    `INSERT INTO "DeliverySignal" ("recipientId", kind, "linkIndex", "workspaceId", "dispatchId", "firstAt", "lastAt", count)
     SELECT p.id, 'clicked', place.index, p."workspaceId", p."dispatchId", at.at, at.at, 1
       FROM (${people}) AS p
       CROSS JOIN (SELECT GREATEST(cardinality(links), 1) AS links FROM "Dispatch" WHERE id = $1) AS d
       CROSS JOIN LATERAL (SELECT LEAST(${openedAt} + p.taste * interval '40 minutes', now()) AS at) AS at
       CROSS JOIN LATERAL unnest(ARRAY[-1, floor(power(p.taste, 2) * d.links)::int]) AS place(index)
      WHERE p.lot < $3::float8`,
    [dispatchId, startedAt, story.clickShare],
  );
  await client.query(
    `INSERT INTO "DeliverySignal" ("recipientId", kind, "workspaceId", "dispatchId", "firstAt", "lastAt")
     SELECT r.id, 'unsubscribed', r."workspaceId", r."dispatchId", $2::timestamptz + interval '5 hours', $2::timestamptz + interval '5 hours'
       FROM "Recipient" r JOIN "Contact" c ON c.id = r."contactId" AND c.status = 'unsubscribed'
      WHERE r."dispatchId" = $1 AND r.state = 'accepted'`,
    [dispatchId, startedAt],
  );
}

/** The deltas whose sums are the figures, hour by hour. */
async function sumUp(client: PoolClient, dispatchId: string, startedAt: Date): Promise<void> {
  await client.query(`DELETE FROM "FigureDelta" WHERE "dispatchId" = $1`, [dispatchId]);
  await client.query(
    `INSERT INTO "FigureDelta" ("dispatchId", at, audience, excluded, accepted, rejected, unknown)
     SELECT $1, $2, count(*), count(*) FILTER (WHERE state = 'excluded'), count(*) FILTER (WHERE state = 'accepted'),
            count(*) FILTER (WHERE state = 'rejected'), count(*) FILTER (WHERE state = 'unknown')
       FROM "Recipient" WHERE "dispatchId" = $1`,
    [dispatchId, startedAt],
  );
  await client.query(
    `INSERT INTO "FigureDelta" ("dispatchId", at, opened, clicked, unsubscribed)
     SELECT $1, date_trunc('hour', "firstAt", 'UTC') + interval '30 minutes', count(*) FILTER (WHERE kind = 'opened'),
            count(*) FILTER (WHERE kind = 'clicked'), count(*) FILTER (WHERE kind = 'unsubscribed')
       FROM "DeliverySignal" WHERE "dispatchId" = $1 AND "linkIndex" = -1 AND NOT bot GROUP BY 2`,
    [dispatchId],
  );
}

/** The campaign as it stands after such a send, and what its log says. */
async function date(
  client: PoolClient,
  owner: Viewer,
  facts: { campaignId: string; dispatchId: string; document: NewsletterDocument; startedAt: Date },
): Promise<void> {
  const { campaignId, dispatchId, document, startedAt } = facts;
  const { rows } = await client.query(
    `SELECT sum(audience)::int AS audience, sum(excluded)::int AS excluded, sum(accepted)::int AS accepted,
            sum(rejected)::int AS rejected, sum(unknown)::int AS unknown, 0 AS pending, 0 AS delivered, 0 AS opened, 0 AS clicked,
            0 AS bounced, 0 AS complained, 0 AS unsubscribed
       FROM "FigureDelta" WHERE "dispatchId" = $1`,
    [dispatchId],
  );
  const figures = rows[0];
  const finishedAt = new Date(startedAt.getTime() + 25 * figures.audience + 1_000);
  await client.query(`UPDATE "Dispatch" SET "finishedAt" = $2, "progressAt" = $2 WHERE id = $1`, [
    dispatchId,
    finishedAt,
  ]);
  const confirmedAt = new Date(startedAt.getTime() - 3_000);
  const createdAt = new Date(startedAt.getTime() - 50 * 60_000);
  await client.query(
    `UPDATE "Campaign" c
        SET status = 'sent', "contentHash" = d."contentHash", content = $2, subject = $3, "confirmedAt" = $4, "confirmedById" = $5,
            "startedAt" = $6, "finishedAt" = $7, "createdAt" = $8, "updatedAt" = $7
       FROM "Dispatch" d WHERE d."campaignId" = c.id AND c.id = $1`,
    [
      campaignId,
      JSON.stringify({ document, settingsHash: "" }),
      document.meta.subject,
      confirmedAt,
      owner.userId,
      startedAt,
      finishedAt,
      createdAt,
    ],
  );
  await client.query(`DELETE FROM "CampaignActivity" WHERE "campaignId" = $1`, [campaignId]);
  const people = figures.audience - figures.excluded;
  const frozen = { ...figures, accepted: 0, rejected: 0, unknown: 0, pending: people };
  const entries = [
    { kind: "created", by: "session", at: createdAt, details: null, figures: null },
    { kind: "confirmed", by: "session", at: confirmedAt, details: { people }, figures: null },
    { kind: "started", by: "job", at: startedAt, details: null, figures: frozen },
    { kind: "sent", by: "job", at: finishedAt, details: null, figures },
  ];
  for (const entry of entries) {
    await client.query(
      `INSERT INTO "CampaignActivity" (id, "workspaceId", "campaignId", kind, "actorKind", "actorId", details, figures, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(entry.at.getTime()),
        owner.workspaceId,
        campaignId,
        entry.kind,
        entry.by,
        owner.userId,
        entry.details && JSON.stringify(entry.details),
        entry.figures && JSON.stringify(entry.figures),
        entry.at,
      ],
    );
  }
}
