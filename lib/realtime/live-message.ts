/** "Something about this topic changed": ids and a sequence number, never content. Whoever cares reads the rows again. */
export type LiveChange = { topic: string; seq?: number };

export const liveChannel = "galley_live";

/** PostgreSQL refuses a NOTIFY payload of 8,000 bytes or more. */
const payloadLimitBytes = 7_800;

/** Packs changes into as few NOTIFY payloads as fit. */
export function packChanges(changes: readonly LiveChange[]): string[] {
  const payloads: string[] = [];
  let open: unknown[] = [];
  let bytes = 2;
  for (const { topic, seq } of changes) {
    const entry = seq === undefined ? [topic] : [topic, seq];
    const size = Buffer.byteLength(JSON.stringify(entry)) + 1;
    if (open.length > 0 && bytes + size > payloadLimitBytes) {
      payloads.push(JSON.stringify(open));
      open = [];
      bytes = 2;
    }
    open.push(entry);
    bytes += size;
  }
  if (open.length > 0) payloads.push(JSON.stringify(open));
  return payloads;
}

/** What does not read as changes is nothing. */
export function unpackChanges(payload: string): LiveChange[] {
  let entries: unknown;
  try {
    entries = JSON.parse(payload);
  } catch {
    return [];
  }
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): LiveChange[] => {
    if (!Array.isArray(entry) || typeof entry[0] !== "string") return [];
    return [typeof entry[1] === "number" ? { topic: entry[0], seq: entry[1] } : { topic: entry[0] }];
  });
}
