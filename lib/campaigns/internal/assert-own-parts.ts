import type { Viewer } from "@/lib/accounts/viewer";
import { countAudience } from "@/lib/contacts/count-audience";
import { getSender } from "@/lib/sending/get-sender";
import type { CampaignAudience } from "../campaign-schema";
import { isChosen } from "./gather-send";
import { readingViewer } from "./reading-viewer";

/** Throws `not_found` unless the Sender and every list named belong to the workspace. */
export async function assertOwnParts(
  viewer: Viewer,
  parts: { senderId?: string | null | undefined; audience?: CampaignAudience | undefined },
): Promise<void> {
  if (parts.senderId) await getSender(readingViewer(viewer), parts.senderId);
  if (parts.audience && isChosen(parts.audience)) {
    await countAudience(readingViewer(viewer), parts.audience);
  }
}
