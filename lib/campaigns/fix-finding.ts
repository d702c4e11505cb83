import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { checkDocument } from "@/lib/content/check-document";
import { changeNewsletter } from "@/lib/newsletters/change-newsletter";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { AppError } from "@/lib/platform/errors";
import { readCampaign } from "./internal/read-campaign";

/**
 * Mends one finding of the check where that needs no decision, as a save that can be undone. Throws `conflict` when the finding is gone or the newsletter
 * moved on, `not_found`.
 */
export async function fixFinding(
  viewer: Viewer,
  input: { campaignId: string; code: string; blockId?: string | undefined },
): Promise<{ version: number }> {
  assertCan(viewer, "newsletters.write");
  const campaign = await readCampaign(viewer, input.campaignId);
  const { id, version, document } = await getNewsletter(viewer, campaign.newsletterId);
  const finding = checkDocument(document).find(
    ({ code, blockId }) => code === input.code && blockId === input.blockId,
  );
  if (!finding?.fix) throw new AppError("conflict", "nothing to mend any more");
  const changed = await changeNewsletter(viewer, { id, version, operations: finding.fix });
  return { version: changed.version };
}
