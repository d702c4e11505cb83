import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { checkDocument } from "@/lib/content/check-document";
import { hasFeature } from "@/lib/entitlements/entitlements";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Finding, Preflight } from "./campaign-schema";
import { checkLinks } from "./check-links";
import { type GatheredSend, gatherSend, isChosen } from "./internal/gather-send";
import { readCampaign } from "./internal/read-campaign";
import { settingsFindings, summarise } from "./preflight-rules";

/** What stands in the way of sending the campaign as it is now, and what is worth knowing. Asks links; takes seconds at most. Throws `not_found`. */
export async function runPreflight(viewer: Viewer, campaignId: string): Promise<Preflight> {
  assertCan(viewer, "campaigns.read");
  return checkGathered(viewer, await gatherSend(viewer, await readCampaign(viewer, campaignId)));
}

/** The same over what was gathered already. `withLinks` false leaves the network out: what a confirmation repeats. */
export async function checkGathered(
  viewer: Viewer,
  gathered: GatheredSend,
  withLinks = true,
): Promise<Preflight> {
  const { document } = gathered;
  const found = checkDocument(document, {
    postalAddress: gathered.postalAddress ?? "",
    bytes: await weigh(gathered),
  });
  const placeholders = new Set(found.flatMap(({ values }) => (values?.url ? [String(values.url)] : [])));
  const [isAllowed, links] = await Promise.all([
    hasFeature(viewer.workspaceId, "campaigns"),
    withLinks ? checkLinks(document, { isSkipped: (url) => placeholders.has(url) }) : [],
  ]);
  const ofDocument = found.map(
    ({ fix, ...finding }): Finding => ({
      ...finding,
      ...(fix ? { isFixable: true } : {}),
    }),
  );
  return summarise([
    ...settingsFindings({
      hasFeature: isAllowed,
      hasSender: gathered.sender !== null,
      isAudienceChosen: isChosen(gathered.audience),
      isAudienceGone: gathered.isAudienceGone,
      sendable: gathered.count.sendable,
    }),
    ...ofDocument,
    ...links,
  ]);
}

/** Bytes of the message's HTML, as every recipient would get it. */
async function weigh({ document, workspaceName, postalAddress }: GatheredSend): Promise<number> {
  const rendered = await renderNewsletter(document, {
    mode: "message",
    links: { unsubscribe: env().APP_URL, preferences: env().APP_URL, webView: env().APP_URL },
    postalAddress: postalAddress ?? "",
    workspaceName,
    assetBase: env().APP_URL,
  });
  return rendered.bytes;
}

/** Throws `plan_required`, or `invalid` (`preflight_failed`) naming what was found, when there is an error among the findings. */
export function assertSendable({ ok, findings }: Preflight): void {
  if (ok) return;
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.some((finding) => finding.code === "plan_required")) {
    throw new AppError("plan_required", "campaigns are not in the plan", {
      userMessage: "plan_required_campaigns",
    });
  }
  throw new AppError(
    "invalid",
    `the check before sending found: ${errors.map(({ code }) => code).join(", ")}`,
    {
      userMessage: "preflight_failed",
      fields: Object.fromEntries(
        errors.map(({ code, blockId }) => [blockId ? `blocks.${blockId}` : fieldOf(code), code]),
      ),
    },
  );
}

const fields: Record<string, string> = {
  no_sender: "senderId",
  postal_address_missing: "workspace.postalAddress",
  no_audience: "audience",
  audience_gone: "audience",
  nobody_sendable: "audience",
};

function fieldOf(code: string): string {
  return fields[code] ?? "newsletter";
}
