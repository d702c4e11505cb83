import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { findDispatch } from "@/lib/sending/find-dispatch";
import type { CampaignView } from "./campaign-schema";
import { getCampaignFigures, noFigures } from "./get-campaign-figures";
import { type CampaignRow, readCampaign, toCampaignView } from "./internal/read-campaign";

/** The campaign with its figures, at most a second old; `isLive` waits for those of after the call. Throws `not_found`. */
export async function getCampaign(
  viewer: Viewer,
  id: string,
  options: { isLive?: boolean } = {},
): Promise<CampaignView> {
  assertCan(viewer, "campaigns.read");
  const row = await readCampaign(viewer, id);
  if (!options.isLive || !row.confirmedAt) return viewCampaign(row);
  await getCampaignFigures(viewer.workspaceId, id, options);
  return viewCampaign(await readCampaign(viewer, id));
}

/** The view of a row already read within its workspace. */
export async function viewCampaign(row: CampaignRow): Promise<CampaignView> {
  if (!row.confirmedAt) return toCampaignView(row, noFigures);
  const figures = await getCampaignFigures(row.workspaceId, row.id);
  if (row.status !== "sending") return toCampaignView(row, figures);
  // The sending engine pauses by itself when too much fails; its word is newer than the row.
  const dispatch = await findDispatch(row.workspaceId, row.id);
  if (dispatch?.state !== "paused") return toCampaignView(row, figures);
  return { ...toCampaignView(row, figures), status: "paused", pausedReason: pausedReasonOf(dispatch) };
}

function pausedReasonOf(dispatch: { pausedReason: string | null }): CampaignView["pausedReason"] {
  const reason = dispatch.pausedReason;
  return reason === "errors" || reason === "complaints" || reason === "stale" ? reason : "user";
}
