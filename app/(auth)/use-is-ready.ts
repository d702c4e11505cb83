"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * False until the page's script runs. A door's button waits for it, since a form sent before that would reload the page and
 * lose what was typed.
 */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
