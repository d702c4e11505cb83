"use client";

import { useFormatter, useNow } from "next-intl";

/** "3 minutes ago" in the person's language, kept up to date; the exact time in their zone on hover. Older than a week: the day. */
export function RelativeTime({ at, className }: { at: string | Date; className?: string }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const moment = new Date(at);
  const isRecent = Math.abs(now.getTime() - moment.getTime()) < 7 * 24 * 3_600_000;
  return (
    <time
      dateTime={moment.toISOString()}
      title={format.dateTime(moment, "exact")}
      className={className}
      suppressHydrationWarning
    >
      {isRecent ? format.relativeTime(moment, now) : format.dateTime(moment, "day")}
    </time>
  );
}
