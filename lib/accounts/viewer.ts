import type { Role } from "@/lib/platform/generated/prisma/enums";
import type { Scope } from "./permissions";

/** Who asks: how everything below the door learns whose data to touch and what may be done with it. */
export type Viewer = {
  /** Null for an API key: the workspace acts. */
  userId: string | null;
  workspaceId: string;
  role: Role;
  locale: "en" | "pt";
  timeZone: string;
  via: "session" | "api_key" | "cli" | "job";
  /** Empty unless `via` is `api_key`. */
  scopes: readonly Scope[];
  /** The key that asks, when `via` is `api_key`. */
  apiKeyId?: string;
};

/** The viewer of background work that a workspace's own earlier command started. */
export function jobViewer(workspaceId: string, userId: string | null = null): Viewer {
  return { userId, workspaceId, role: "owner", locale: "en", timeZone: "UTC", via: "job", scopes: [] };
}
