import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Panel, PanelFooter, PanelHeader } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Viewer } from "@/lib/accounts/viewer";
import { type HistoryEntry, listHistory } from "@/lib/newsletters/list-history";

type HistoryPanelProps = {
  viewer: Viewer;
  id: string;
  viewed: number;
  newest: number;
  before: string | string[] | undefined;
};

/** Every save, the newest first: who, when, and what in a few words. */
export async function HistoryPanel({ viewer, id, viewed, newest, before }: HistoryPanelProps) {
  const t = await getTranslations("newsletters.history");
  const from = z.coerce.number().int().min(2).optional().catch(undefined).parse(before);
  const { data, nextBefore } = await listHistory(viewer, from === undefined ? { id } : { id, before: from });
  return (
    <Panel>
      <PanelHeader title={t("title")} sentence={t("sentence")} />
      <ol className="pb-2">
        {data.map((entry) => (
          <Entry
            key={entry.version}
            id={id}
            entry={entry}
            isNewest={entry.version === newest}
            isViewed={entry.version === viewed}
          />
        ))}
      </ol>
      {(from !== undefined || nextBefore !== null) && (
        <PanelFooter>
          {from !== undefined && (
            <Link href={`/newsletters/${id}`} scroll={false} className="text-link me-auto text-sm">
              {t("toNewest")}
            </Link>
          )}
          {nextBefore !== null && (
            <Link
              href={`/newsletters/${id}?before=${nextBefore}`}
              scroll={false}
              className="text-link text-sm"
            >
              {t("older")}
            </Link>
          )}
        </PanelFooter>
      )}
    </Panel>
  );
}

async function Entry({
  id,
  entry,
  isNewest,
  isViewed,
}: {
  id: string;
  entry: HistoryEntry;
  isNewest: boolean;
  isViewed: boolean;
}) {
  const t = await getTranslations("newsletters.history");
  const { version } = entry;
  return (
    <li
      className="border-transparent border-s-2 aria-[current]:border-mark"
      aria-current={isViewed || undefined}
    >
      <Link
        href={isNewest ? `/newsletters/${id}` : `/newsletters/${id}?version=${version}`}
        scroll={false}
        className="grid gap-0.5 px-4 py-2 transition-colors hover:bg-hover focus-visible:-outline-offset-2 md:px-4.5"
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-medium">{t("name", { version })}</span>
          {isNewest && <span className="text-ink-faint text-sm">{t("newest")}</span>}
        </span>
        <span className="text-base text-ink-soft">{await whatOf(entry)}</span>
        <span className="text-ink-faint text-sm">
          {entry.savedBy ?? t("somebody")}, {t(`source.${entry.source}`)} ·{" "}
          <RelativeTime at={entry.savedAt} />
        </span>
      </Link>
    </li>
  );
}

/** "2 blocks changed, subject written" */
async function whatOf({ version, undoesVersion, summary }: HistoryEntry): Promise<string> {
  const t = await getTranslations("newsletters.history");
  const format = await getFormatter();
  if (version === 1) return t("made");
  if (undoesVersion !== null) return t("undid", { version: undoesVersion });
  const counted = (["added", "changed", "moved", "removed"] as const)
    .filter((kind) => summary[kind] > 0)
    .map((kind) => t(kind, { count: summary[kind] }));
  const named = (["subject", "preheader", "look"] as const)
    .filter((kind) => summary[kind])
    .map((kind) => t(kind));
  const parts = [...counted, ...named];
  return parts.length > 0 ? capital(format.list(parts)) : t("saved");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
