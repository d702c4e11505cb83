import { type Scope, scopes } from "./permissions";

export const apiKeyPrefix = "gly_";

/** The key of an `Authorization: Bearer gly_…` header, or null. */
export function keyFromHeader(header: string | null): string | null {
  const key = /^Bearer\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
  return key?.startsWith(apiKeyPrefix) ? key : null;
}

/** Scopes that exist; a scope that a later release dropped grants nothing. */
export function knownScopes(named: readonly string[]): Scope[] {
  return scopes.filter((scope) => named.includes(scope));
}
