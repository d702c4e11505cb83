import type { Operation } from "@/lib/content/operations";

/** What a save did, in counts of blocks and named settings. A block that was inserted and then written counts once, as added. */
export type SaveSummary = {
  added: number;
  changed: number;
  moved: number;
  removed: number;
  subject: boolean;
  preheader: boolean;
  look: boolean;
};

export function summariseOperations(operations: readonly Operation[]): SaveSummary {
  const ids = { insert: new Set<string>(), update: new Set<string>(), move: new Set<string>() };
  const removed = new Set<string>();
  const settings = new Set<string>();
  for (const operation of operations) {
    if (operation.type === "setMeta") {
      for (const field of Object.keys(operation.patch)) settings.add(field);
    } else if (operation.type === "insert") {
      ids.insert.add(operation.block.id);
    } else if (operation.type === "remove") {
      removed.add(operation.id);
    } else {
      ids[operation.type].add(operation.id);
    }
  }
  const stayed = (set: ReadonlySet<string>) => [...set].filter((id) => !removed.has(id));
  const isOld = (id: string) => !ids.insert.has(id);
  const changed = stayed(ids.update).filter(isOld);
  return {
    added: stayed(ids.insert).length,
    changed: changed.length,
    moved: stayed(ids.move).filter((id) => isOld(id) && !changed.includes(id)).length,
    removed: [...removed].filter(isOld).length,
    subject: settings.has("subject"),
    preheader: settings.has("preheader"),
    look: settings.has("theme"),
  };
}
