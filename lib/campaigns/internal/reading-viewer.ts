import { jobViewer, type Viewer } from "@/lib/accounts/viewer";

/**
 * What a campaign is made of, as its own workspace reads it. A key that may send campaigns need not hold the scopes to read newsletters and
 * contacts: the campaign shows it counts and subjects, not them.
 */
export function readingViewer(viewer: Viewer): Viewer {
  return {
    ...jobViewer(viewer.workspaceId, viewer.userId),
    locale: viewer.locale,
    timeZone: viewer.timeZone,
  };
}
