import type { Scope } from "@/lib/accounts/permissions";

/** `contacts.read` → the key of its words; a dot would be a path in a message file. */
export function scopeText<S extends Scope>(scope: S) {
  return `scope_${scope.replace(".", "_")}` as S extends `${infer Area}.${infer Verb}`
    ? `scope_${Area}_${Verb}`
    : never;
}
