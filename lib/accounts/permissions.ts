import { AppError } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/generated/prisma/enums";
import type { Viewer } from "./viewer";

/** Who may do what: the one matrix. A command without an entry here does not compile. */
export const permissionMatrix = {
  "workspace.read": ["owner", "admin", "editor", "organizer", "viewer"],
  "workspace.manage": ["owner", "admin"],
  "apiKeys.manage": ["owner", "admin"],
  "contacts.read": ["owner", "admin", "editor", "organizer", "viewer"],
  "contacts.write": ["owner", "admin", "editor"],
  "contacts.import": ["owner", "admin", "editor"],
  "newsletters.read": ["owner", "admin", "editor", "organizer", "viewer"],
  "newsletters.write": ["owner", "admin", "editor", "organizer"],
  "campaigns.read": ["owner", "admin", "editor", "organizer", "viewer"],
  "campaigns.write": ["owner", "admin", "editor"],
  "campaigns.send": ["owner", "admin", "editor"],
  "senders.manage": ["owner", "admin"],
  "chat.use": ["owner", "admin", "editor", "organizer"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionMatrix;

/** What an API key's scope lets it do; scopes narrow the key, the role of its maker does not widen it. */
export const scopePermissions = {
  "contacts.read": ["contacts.read"],
  "contacts.write": ["contacts.read", "contacts.write", "contacts.import"],
  "newsletters.read": ["newsletters.read"],
  "newsletters.write": ["newsletters.read", "newsletters.write"],
  "campaigns.read": ["campaigns.read"],
  "campaigns.write": ["campaigns.read", "campaigns.write"],
  "campaigns.send": ["campaigns.read", "campaigns.send"],
} as const satisfies Record<string, readonly Permission[]>;

export type Scope = keyof typeof scopePermissions;
export const scopes = Object.keys(scopePermissions) as Scope[];

export function can(viewer: Viewer, permission: Permission): boolean {
  if (viewer.via === "api_key") {
    return permission === "workspace.read" || viewer.scopes.some((scope) => allows(scope, permission));
  }
  const roles: readonly Role[] = permissionMatrix[permission];
  return roles.includes(viewer.role);
}

/** First line of every domain command and query. Throws `forbidden`. */
export function assertCan(viewer: Viewer, permission: Permission): void {
  if (!can(viewer, permission)) {
    throw new AppError("forbidden", `${viewer.via} ${viewer.role} lacks ${permission}`);
  }
}

function allows(scope: Scope, permission: Permission): boolean {
  const granted: readonly Permission[] = scopePermissions[scope];
  return granted.includes(permission);
}
