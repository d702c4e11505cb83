import { setTimeout } from "node:timers/promises";
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

type Reading = {
  readAtMs: number;
  figures: Promise<FiguresView>;
  /** Begins when this one is a second old; all who want what happened since wait for it together. */
  next?: Promise<FiguresView>;
};

// A page and a route may each hold this module; the process reads once.
const holder = globalThis as typeof globalThis & { galleyFigures?: Map<string, Reading> };
holder.galleyFigures ??= new Map();
const kept = holder.galleyFigures;

/**
 * The campaign's figures: a process reads them at most once a second, however many look. They are up to a second old; with `isLive`, for who was just
 * told of a change, the answer waits for the next reading instead. The caller has made sure that the campaign is the workspace's.
 */
export function getCampaignFigures(
  workspaceId: string,
  campaignId: string,
  { isLive = false }: { isLive?: boolean } = {},
): Promise<FiguresView> {
  const key = `${workspaceId}:${campaignId}`;
  const known = kept.get(key);
  const ageMs = known ? performance.now() - known.readAtMs : freshMs;
  if (!known || ageMs >= freshMs) return read(key, workspaceId, campaignId);
  if (!isLive) return known.figures;
  known.next ??= setTimeout(freshMs - ageMs).then(() => read(key, workspaceId, campaignId));
  return known.next;
}

function read(key: string, workspaceId: string, campaignId: string): Promise<FiguresView> {
  const reading = { readAtMs: performance.now(), figures: getFigures(workspaceId, campaignId) };
  kept.delete(key);
  kept.set(key, reading);
  reading.figures.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return reading.figures;
}

/** After a command of our own, the next reader must see its effect. */
export function forgetFigures(workspaceId: string, campaignId: string): void {
  kept.delete(`${workspaceId}:${campaignId}`);
}
