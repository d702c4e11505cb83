import { lstatSync, mkdirSync } from "node:fs";

/**
 * A root-owned folder outside the project that every account may enter: used only when root starts Galley from a
 * place that the server's account cannot reach. A root-owned parent keeps others from planting files in it.
 */
export function hostFolder(): string {
  const folder = "/var/lib/galley";
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const state = lstatSync(folder);
  if (!state.isDirectory() || state.uid !== 0 || (state.mode & 0o022) !== 0) {
    throw new Error(`${folder} must be a folder that only root can write to`);
  }
  return folder;
}
