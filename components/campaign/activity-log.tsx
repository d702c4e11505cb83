import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ActivityView } from "@/lib/campaigns/campaign-schema";

/** What happened, in sentences, newest first. */
export function ActivityLog({ entries }: { entries: readonly ActivityView[] }) {
  return (
    <ol className="grid gap-2.5">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-baseline justify-between gap-4 text-base">
          <ActivitySentence entry={entry} />
          <RelativeTime at={entry.at} className="shrink-0 text-ink-faint text-sm" />
        </li>
      ))}
    </ol>
  );
}

/** One happening in words. */
export function ActivitySentence({ entry }: { entry: ActivityView }) {
  const t = useTranslations("campaigns.log");
  const by: Record<string, string> = { job: t("byJob"), api_key: t("byKey"), cli: t("byCli") };
  const actor = (entry.actor.kind === "session" ? entry.actor.name : by[entry.actor.kind]) ?? t("byJob");
  const {
    audience = 0,
    excluded = 0,
    pending = 0,
    accepted = 0,
    rejected = 0,
    unknown = 0,
  } = entry.figures ?? {};
  const people = Number(entry.details.people ?? 0);
  return (
    <p className="min-w-0">
      {t(entry.kind, { actor, people, audience, excluded, pending, accepted, rejected, unknown })}
    </p>
  );
}
