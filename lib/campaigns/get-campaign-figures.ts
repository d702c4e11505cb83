import { type FiguresView, getFigures } from "@/lib/sending/get-figures";

/** Before anything is frozen. */
export const noFigures: FiguresView = {
  audience: 0,
  excluded: 0,
  pending: 0,
  accepted: 0,
  rejected: 0,
  unknown: 0,
  delivered: 0,
  opened: 0,
  clicked: 0,
  bounced: 0,
  complained: 0,
  unsubscribed: 0,
};

const freshMs = 1_000;
const mostKept = 500;
const kept = new Map<string, { readAtMs: number; figures: Promise<FiguresView> }>();

/**
 * The campaign's figures, at most a second old: however many look at once, a process reads them once a second. The caller has made sure that the
 * campaign is the workspace's.
 */
export function getCampaignFigures(workspaceId: string, campaignId: string): Promise<FiguresView> {
  const key = `${workspaceId}:${campaignId}`;
  const known = kept.get(key);
  if (known && performance.now() - known.readAtMs < freshMs) return known.figures;
  const figures = getFigures(workspaceId, campaignId);
  kept.delete(key);
  kept.set(key, { readAtMs: performance.now(), figures });
  figures.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return figures;
}

/** After a command of our own, the next reader must see its effect. */
export function forgetFigures(workspaceId: string, campaignId: string): void {
  kept.delete(`${workspaceId}:${campaignId}`);
}
