"use client";

import { ChevronRight, CircleAlert, LoaderCircle, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FindingList } from "@/components/campaign/finding-list";
import { ProposalCard } from "@/components/campaign/proposal-card";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ComposerMessage } from "@/lib/composer/tools/registry";
import { AudiencePicker } from "./audience-picker";
import type { ChatActions } from "./chat-actions";

type Part = ComposerMessage["parts"][number];
export type ToolPart = Extract<Part, { toolCallId: string; type: `tool-${string}` }>;

export function isToolPart(part: Part): part is ToolPart {
  return part.type.startsWith("tool-");
}

type ReceiptProps = {
  /** Calls of one tool in a row share a line. */
  parts: ToolPart[];
  isLast: boolean;
  actions: ChatActions;
};

/** What a tool did, in one line that unfolds; where there is something to choose or to confirm, that stands beneath it. */
export function ToolReceipt({ parts, isLast, actions }: ReceiptProps) {
  const t = useTranslations("chat");
  const [isOpen, setOpen] = useState(false);
  const what = useReceiptWords(parts);
  const isWorking = parts.some(
    (part) => part.state === "input-streaming" || part.state === "input-available",
  );
  const isCut = parts.some((part) => part.state === "output-error");
  const refusal = parts.map(refusalOf).find((reason) => reason !== null) ?? null;
  const outlines = parts.flatMap((part) => detailOf(part));
  const versions = parts.flatMap((part) => versionOf(part));
  const words = refusal
    ? t("receiptRefused", { what })
    : isCut
      ? t("receiptInterrupted", { what })
      : isWorking
        ? t("receiptWorking", { what })
        : what;
  return (
    <div className="grid gap-2">
      <div className="group/receipt flex min-h-7 items-center gap-1.5 text-ink-soft text-sm">
        <button
          type="button"
          aria-expanded={isOpen}
          disabled={outlines.length === 0 && !refusal}
          onClick={() => setOpen(!isOpen)}
          className="inline-flex min-w-0 items-center gap-1.5 rounded-sm text-start hover:text-ink disabled:cursor-default disabled:hover:text-ink-soft touch:min-h-11"
        >
          {isWorking && !isCut ? (
            <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin" />
          ) : refusal || isCut ? (
            <CircleAlert aria-hidden className="size-3.5 shrink-0 text-warn" />
          ) : (
            <ChevronRight
              aria-hidden
              className={cn("size-3.5 shrink-0 transition-transform", isOpen && "rotate-90")}
            />
          )}
          <span className="truncate">{words}</span>
        </button>
        {versions.length > 0 && !isWorking && (
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={`${t("undo")}: ${what}`}
            title={t("undo")}
            onClick={() => actions.undo(versions)}
            className="size-6"
          >
            <Undo2 aria-hidden className="size-3.5" />
          </Button>
        )}
      </div>
      {isOpen && refusal && <p className="ps-5 text-ink-soft text-sm">{refusalWords(t, refusal)}</p>}
      {isOpen && outlines.length > 0 && (
        <ul className="grid gap-0.5 ps-5 text-ink-soft text-sm">
          {outlines.map((line) => (
            <li key={line} className="truncate">
              {line}
            </li>
          ))}
        </ul>
      )}
      {parts.map((part) => (
        <ToolFollowUp key={part.toolCallId} part={part} isLast={isLast} actions={actions} />
      ))}
    </div>
  );
}

function ToolFollowUp({ part, isLast, actions }: { part: ToolPart; isLast: boolean; actions: ChatActions }) {
  const t = useTranslations("chat");
  if (part.state !== "output-available" || !part.output.ok) return null;
  switch (part.type) {
    case "tool-suggestSubjects":
      return (
        <ul className="grid gap-1.5">
          {part.output.subjects.map((subject) => (
            <li key={subject}>
              <button
                type="button"
                title={t("useSubject")}
                onClick={() => actions.takeSubject(subject)}
                className="w-full rounded-control bg-surface px-3 py-2 text-start text-base shadow-[inset_0_0_0_1px_var(--line)] hover:bg-hover touch:min-h-11"
              >
                {subject}
              </button>
            </li>
          ))}
        </ul>
      );
    case "tool-findLists":
      return isLast ? <AudiencePicker choices={part.output} onChoose={actions.chooseAudience} /> : null;
    case "tool-runPreflight":
      return part.output.findings.length > 0 ? (
        <div className="rounded-panel bg-surface p-4 shadow-[0_0_0_1px_var(--line)]">
          <FindingList findings={part.output.findings} />
        </div>
      ) : null;
    case "tool-proposeSend":
      return (
        <ProposalCard
          // What became of it elsewhere makes another card of it.
          key={part.output.proposal.state}
          proposal={part.output.proposal}
          onConfirm={actions.confirm}
          onAgain={actions.proposeAgain}
          onConfirmed={actions.confirmed}
        />
      );
    default:
      return null;
  }
}

type ChatWords = ReturnType<typeof useTranslations<"chat">>;

function refusalWords(t: ChatWords, reason: string): string {
  const known = [
    "step_no_draft_yet",
    "step_no_audience_yet",
    "step_already_sent",
    "step_scheduled",
    "nothing_to_undo",
    "undo_in_the_way",
    "test_only_to_yourself",
  ] as const;
  const key = known.find((name) => name === reason);
  return key ? t(`refused_${key}`) : t("refused_other");
}

function useReceiptWords(parts: ToolPart[]): string {
  const t = useTranslations("chat");
  const [part] = parts;
  if (!part) return "";
  switch (part.type) {
    case "tool-setTemplate": {
      const name =
        part.state === "output-available" && part.output.ok ? part.output.name : (part.input?.slug ?? "");
      return t("receipt_setTemplate", { name });
    }
    case "tool-writeBlocks":
      return t("receipt_writeBlocks", {
        count: parts.reduce(
          (sum, each) => sum + (each.type === "tool-writeBlocks" ? (each.input?.blocks?.length ?? 0) : 0),
          0,
        ),
      });
    case "tool-removeBlock":
      return t("receipt_removeBlock", {
        count: parts.reduce(
          (sum, each) => sum + (each.type === "tool-removeBlock" ? (each.input?.ids?.length ?? 0) : 0),
          0,
        ),
      });
    case "tool-patchBlock":
      if (part.input?.id === "headline") return t("receipt_headline");
      if (part.input?.label !== undefined) return t("receipt_button");
      return t("receipt_patchBlock");
    case "tool-setSubject":
      return t("receipt_setSubject");
    case "tool-suggestSubjects":
      return t("receipt_suggestSubjects");
    case "tool-moveBlock":
      return t("receipt_moveBlock");
    case "tool-undoChange":
      return t("receipt_undoChange");
    case "tool-findLists":
      return t("receipt_findLists");
    case "tool-chooseAudience":
      return t("receipt_chooseAudience");
    case "tool-runPreflight":
      return t("receipt_runPreflight");
    case "tool-sendTest":
      return t("receipt_sendTest");
    case "tool-proposeSend":
      return t("receipt_proposeSend");
  }
}

function refusalOf(part: ToolPart): string | null {
  return part.state === "output-available" && !part.output.ok ? part.output.reason : null;
}

function versionOf(part: ToolPart): number[] {
  if (part.state !== "output-available" || !part.output.ok || part.type === "tool-undoChange") return [];
  return "version" in part.output && part.output.version > 1 ? [part.output.version] : [];
}

/** The words that a call wrote, for the unfolded receipt. */
function detailOf(part: ToolPart): string[] {
  if (part.state === "input-streaming") return [];
  switch (part.type) {
    case "tool-writeBlocks":
      return (part.input?.blocks ?? []).map((block) =>
        "text" in block && block.text
          ? block.text
          : "label" in block
            ? `${block.label} → ${block.href}`
            : "items" in block
              ? block.items.join(" · ")
              : "title" in block && block.title
                ? block.title
                : block.type,
      );
    case "tool-setSubject":
      return [part.input?.subject, part.input?.preheader].flatMap((line) => (line ? [line] : []));
    case "tool-patchBlock":
      return [part.input?.text, part.input?.label, part.input?.href].flatMap((line) => (line ? [line] : []));
    case "tool-sendTest":
      return part.state === "output-available" && part.output.ok ? part.output.to : [];
    default:
      return [];
  }
}
