import path from "node:path";
import { env } from "@/lib/platform/env";

export const demoEmail = "demo@galley.example";

/** One line, address and password; readable by its owner alone. */
export function demoSignInFile(): string {
  return path.resolve(env().DATA_DIR, "secrets", "demo-sign-in");
}
