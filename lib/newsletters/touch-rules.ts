import type { Operation } from "@/lib/content/operations";

/**
 * What operations lay a hand on, as keys: `block.field` for an update, `block` for moving, inserting or removing one, `meta.field` for
 * a setting. Two sets of operations are independent when no key of one equals, contains or is contained in a key of the other.
 */
export function touchedKeys(operations: readonly Operation[]): Set<string> {
  const keys = new Set<string>();
  for (const operation of operations) {
    switch (operation.type) {
      case "setMeta":
        for (const field of Object.keys(operation.patch)) keys.add(`meta.${field}`);
        break;
      case "update":
        for (const field of Object.keys(operation.patch)) keys.add(`${operation.id}.${field}`);
        break;
      case "insert":
        keys.add(operation.block.id);
        break;
      case "move":
        keys.add(`${operation.id}.(place)`);
        break;
      case "remove":
        keys.add(operation.id);
        break;
    }
  }
  return keys;
}

/** True when the two changes meet in some block's field, some block's place or some setting. */
export function doTouch(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  for (const key of first) {
    if (second.has(key)) return true;
    const whole = wholeOf(key);
    if (whole !== null && second.has(whole)) return true;
  }
  for (const key of second) {
    const whole = wholeOf(key);
    if (whole !== null && first.has(whole)) return true;
  }
  return false;
}

function wholeOf(key: string): string | null {
  const dot = key.indexOf(".");
  return dot < 0 || key.startsWith("meta.") ? null : key.slice(0, dot);
}

/** A save in a newsletter's history, as far as undoing is concerned. */
export type Save = { version: number; operations: readonly Operation[]; undoesVersion: number | null };

/** The versions whose effect is gone because a later save took them back, and that save was not itself taken back. */
export function undoneVersions(saves: readonly Save[]): Set<number> {
  const undone = new Set<number>();
  const newestFirst = [...saves].sort((a, b) => b.version - a.version);
  for (const save of newestFirst) {
    if (save.undoesVersion !== null && !undone.has(save.version)) undone.add(save.undoesVersion);
  }
  return undone;
}

/** The first later save that stands in the way of taking `version` back, or null when it can be taken back alone. */
export function findObstacle(saves: readonly Save[], version: number): number | null {
  const target = saves.find((save) => save.version === version);
  if (!target) return null;
  const undone = undoneVersions(saves);
  const keys = touchedKeys(target.operations);
  for (const save of [...saves].sort((a, b) => a.version - b.version)) {
    const isWithoutEffect =
      undone.has(save.version) || (save.undoesVersion !== null && undone.has(save.undoesVersion));
    if (save.version <= version || isWithoutEffect) continue;
    if (doTouch(keys, touchedKeys(save.operations))) return save.version;
  }
  return null;
}
