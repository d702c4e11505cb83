"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AccountBar } from "@/components/charts/account-bar";
import { useLive } from "@/components/live/use-live";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { ResponseFigures } from "./response-figures";

type LiveAccountProps = {
  id: string;
  topic: string;
  status: CampaignView["status"];
  figures: CampaignView["figures"];
  startedAt: string | null;
  isOver: boolean;
};

type Reading = Pick<CampaignView, "status" | "figures">;

/** Slower things on the page (charts, recipients, log) are read again this often while it moves. */
const pageEveryMs = 6_000;

/** The account that adds up, moving by itself while the campaign does; openings and clicks go on after that. */
export function LiveAccount({ id, topic, status, figures, startedAt, isOver }: LiveAccountProps) {
  const router = useRouter();
  const [reading, setReading] = useState<Reading>({ status, figures });
  const shown = newer(reading, { status, figures });
  useLive([topic], async () => {
    const response = await fetch(`/campaigns/${id}/figures`, { cache: "no-store" }).catch(() => null);
    if (!response?.ok) return;
    const next: Reading = await response.json();
    setReading(next);
    if (next.status !== shown.status) router.refresh();
  });
  useLive([topic], () => router.refresh(), { everyMs: pageEveryMs });
  return (
    <div className="grid gap-6">
      <AccountBar figures={shown.figures} />
      {!isOver && <Pace figures={shown.figures} startedAt={startedAt} />}
      <div className="border-t pt-5">
        <ResponseFigures figures={shown.figures} />
      </div>
    </div>
  );
}

/** A page that was rendered again may know more than the last reading, and the other way round. */
function newer(a: Reading, b: Reading): Reading {
  const done = ({ figures: f }: Reading) =>
    f.audience + f.accepted + f.rejected + f.unknown + f.excluded + f.opened + f.clicked + f.unsubscribed;
  return done(a) > done(b) ? a : b;
}

function Pace({ figures, startedAt }: { figures: Reading["figures"]; startedAt: string | null }) {
  const t = useTranslations("campaigns.figures");
  const total = figures.audience - figures.excluded;
  const done = total - figures.pending;
  const elapsedMs = startedAt ? Date.now() - Date.parse(startedAt) : 0;
  const isKnown = done > 0 && figures.pending > 0 && elapsedMs > 3_000;
  const minutes = isKnown ? Math.round((elapsedMs / done) * figures.pending) / 60_000 : null;
  return (
    <p role="status" className="text-ink-soft text-sm tabular-nums" suppressHydrationWarning>
      {t("progress", { done, total })}
      {minutes !== null && ` · ${t("timeLeft", { minutes: Math.round(minutes) })}`}
    </p>
  );
}
