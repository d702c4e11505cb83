"use client";

import { useRouter } from "next/navigation";
import { useLive } from "./use-live";

/** Re-reads the page's server components when one of the topics changes. Renders nothing. */
export function LiveRefresh({ topics, everyMs = 2_000 }: { topics: readonly string[]; everyMs?: number }) {
  const router = useRouter();
  useLive(topics, () => router.refresh(), { everyMs });
  return null;
}
