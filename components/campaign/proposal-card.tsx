"use client";

import { CircleAlert, CircleCheck, Clock, Send } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ProposalView } from "@/lib/campaigns/campaign-schema";
import { FindingList } from "./finding-list";
import { useSay } from "./use-say";

type Outcome = { ok: true } | { ok: false; code: string; message: string };

type ProposalCardProps = {
  proposal: ProposalView;
  /** Confirms it; a server action. */
  onConfirm: (proposalId: string) => Promise<Outcome>;
  /** Prepares a new one after this one was voided or expired. */
  onAgain?: () => void | Promise<void>;
  /** After it was confirmed. */
  onConfirmed?: (campaignId: string) => void;
};

/** Errors come first; a long list of notes is for the page of the check. */
const mostFindings = 4;

/** What will happen, exactly, and the one button that makes it happen. */
export function ProposalCard({ proposal, onConfirm, onAgain, onConfirmed }: ProposalCardProps) {
  const t = useTranslations("campaigns.proposal");
  const say = useSay("exclusion");
  const [state, setState] = useState(proposal.state);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function confirm() {
    setBusy(true);
    setFault(null);
    const outcome = await onConfirm(proposal.id);
    setBusy(false);
    if (outcome.ok) {
      setState("confirmed");
      onConfirmed?.(proposal.campaignId);
      return;
    }
    setFault(outcome.message);
    if (outcome.code === "conflict") setState("voided");
    if (outcome.code === "expired") setState("expired");
  }

  const errors = proposal.findings.filter((finding) => finding.severity === "error").length;
  return (
    <section
      aria-label={proposal.ok ? t("title") : t("titleStopped")}
      className="grid gap-4 rounded-panel bg-surface-raised p-4 shadow-[0_0_0_1px_var(--line)] md:p-5"
    >
      <h3 className="headline flex items-center gap-2 text-lg">
        {proposal.ok ? (
          <Send aria-hidden className="size-4.5 text-accent" />
        ) : (
          <CircleAlert aria-hidden className="size-4.5 text-bad" />
        )}
        {proposal.ok ? t("title") : t("titleStopped")}
      </h3>
      <dl className="grid gap-x-4 gap-y-2 text-base sm:grid-cols-[max-content_1fr]">
        <Row term={t("from")}>
          {proposal.from.name} <span className="text-ink-soft">&lt;{proposal.from.email}&gt;</span>
        </Row>
        <Row term={t("subject")}>{proposal.subject}</Row>
        <Row term={t("audience")}>
          <span className="font-medium tabular-nums">
            {t("people", { count: proposal.audience.sendable })}
          </span>
          {proposal.excluded.map(({ reason, count }) => (
            <span key={reason} className="block text-ink-soft text-sm">
              {t("excluded", { count, reason: say(reason) })}
            </span>
          ))}
        </Row>
        {proposal.audience.sendable > 0 && (
          <>
            <Row term={t("time")}>
              <Duration seconds={proposal.estimatedSeconds} />
            </Row>
            <Row term={t("cost")}>{t("emails", { count: proposal.audience.sendable })}</Row>
          </>
        )}
      </dl>
      {proposal.findings.length > 0 ? (
        <div className="grid gap-2 border-t pt-3">
          <p className="text-ink-soft text-sm">
            {errors > 0 ? t("errors", { count: errors }) : t("warnings", { count: proposal.findings.length })}
          </p>
          <FindingList findings={proposal.findings.slice(0, mostFindings)} />
          {proposal.findings.length > mostFindings && (
            <p className="ps-6.5 text-ink-faint text-sm">
              {t("more", { count: proposal.findings.length - mostFindings })}
            </p>
          )}
        </div>
      ) : (
        <p className="flex items-center gap-2 text-good text-sm">
          <CircleCheck aria-hidden className="size-4" />
          {t("nothing")}
        </p>
      )}
      {fault && state === "open" && <Notice tone="bad">{fault}</Notice>}
      <Foot
        state={state}
        fault={fault}
        campaignId={proposal.campaignId}
        onAgain={onAgain}
        button={
          proposal.ok ? (
            <Button variant="primary" isBusy={isBusy} onClick={confirm}>
              <Send aria-hidden />
              {t("send", { count: proposal.audience.sendable })}
            </Button>
          ) : (
            onAgain && <AgainButton onAgain={onAgain} />
          )
        }
      />
    </section>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] max-sm:mb-1">{children}</dd>
    </>
  );
}

function Duration({ seconds }: { seconds: number }) {
  const t = useTranslations("campaigns.proposal");
  if (seconds < 60) return t("seconds", { seconds: Math.max(1, seconds) });
  if (seconds < 5_400) return t("minutes", { minutes: Math.round(seconds / 60) });
  return t("hours", { hours: Math.round(seconds / 3_600) });
}

type FootProps = {
  state: ProposalView["state"];
  fault: string | null;
  campaignId: string;
  onAgain: (() => void | Promise<void>) | undefined;
  button: ReactNode;
};

function Foot({ state, fault, campaignId, onAgain, button }: FootProps) {
  const t = useTranslations("campaigns.proposal");
  if (state === "open") return <div className="flex flex-wrap gap-2">{button}</div>;
  if (state === "confirmed") {
    return (
      <Notice
        tone="good"
        action={
          <Button asChild size="small">
            <Link href={`/campaigns/${campaignId}`}>{t("watch")}</Link>
          </Button>
        }
      >
        {t("confirmed")}
      </Notice>
    );
  }
  return (
    <Notice tone="warn" action={onAgain && <AgainButton onAgain={onAgain} />}>
      {fault ?? t(state)}
    </Notice>
  );
}

function AgainButton({ onAgain }: { onAgain: () => void | Promise<void> }) {
  const t = useTranslations("campaigns.proposal");
  return (
    <Button size="small" onClick={() => void onAgain()}>
      <Clock aria-hidden />
      {t("again")}
    </Button>
  );
}
