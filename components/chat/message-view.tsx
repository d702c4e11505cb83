"use client";

import { CircleAlert, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Streamdown } from "streamdown";
import { Button } from "@/components/ui/button";
import type { ComposerMessage } from "@/lib/composer/tools/registry";
import type { ChatActions } from "./chat-actions";
import { isToolPart, type ToolPart, ToolReceipt } from "./tool-receipt";

type MessageViewProps = {
  message: ComposerMessage;
  isLast: boolean;
  isWriting: boolean;
  actions: ChatActions;
  onEdit: ((message: ComposerMessage) => void) | null;
};

/** One turn: the person's in a soft bubble, the answer plain on the ground with its tools as receipts. */
export const MessageView = memo(function MessageView({
  message,
  isLast,
  isWriting,
  actions,
  onEdit,
}: MessageViewProps) {
  const t = useTranslations("chat");
  if (message.role === "user") {
    return (
      <li className="group/turn flex items-start justify-end gap-1">
        {onEdit && (
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={t("editMessage")}
            title={t("editMessage")}
            onClick={() => onEdit(message)}
            className="mt-1 opacity-0 focus-visible:opacity-100 group-hover/turn:opacity-100 touch:opacity-100"
          >
            <Pencil aria-hidden />
          </Button>
        )}
        <div className="max-w-[85%] whitespace-pre-wrap rounded-panel bg-accent-soft px-3.5 py-2 text-base [overflow-wrap:anywhere]">
          <span className="sr-only">{t("you")}: </span>
          {textOf(message)}
        </div>
      </li>
    );
  }
  return (
    <li className="grid gap-2 text-base">
      <span className="sr-only">{t("galley")}: </span>
      {groupParts(message).map((group) =>
        group.kind === "text" ? (
          <Streamdown
            key={group.key}
            mode={isWriting ? "streaming" : "static"}
            controls={false}
            className="grid gap-2 leading-relaxed [overflow-wrap:anywhere] [&_a]:text-link"
          >
            {group.text}
          </Streamdown>
        ) : (
          <ToolReceipt key={group.key} parts={group.parts} isLast={isLast} actions={actions} />
        ),
      )}
      <Outcome message={message} />
    </li>
  );
});

function Outcome({ message }: { message: ComposerMessage }) {
  const t = useTranslations("chat");
  const { outcome, fault, provider, model } = message.metadata ?? {};
  if (outcome === "stopped") return <p className="text-ink-faint text-sm">{t("stopped")}</p>;
  if (outcome === "failed") {
    const key = fault === "fault_interrupted" || fault === "fault_no_worker" ? fault : "fault_model";
    return (
      <p className="flex items-start gap-2 text-ink-soft text-sm">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        {t(key)}
      </p>
    );
  }
  if (!provider) return null;
  return (
    <p className="text-ink-faint text-xs">
      {provider === "offline" ? t("byOffline") : t("by", { name: model ?? provider })}
    </p>
  );
}

type Group = { kind: "text"; key: string; text: string } | { kind: "tool"; key: string; parts: ToolPart[] };

/** Calls of one tool in a row become one receipt, so that a whole draft is a handful of lines. */
function groupParts(message: ComposerMessage): Group[] {
  const groups: Group[] = [];
  for (const part of message.parts) {
    const last = groups.at(-1);
    if (part.type === "text") {
      if (part.text.trim() === "") continue;
      groups.push({ kind: "text", key: `text-${groups.length}`, text: part.text });
    } else if (isToolPart(part)) {
      // The order of ornaments is bookkeeping; only a move that a person asked for stands alone.
      if (
        last?.kind === "tool" &&
        part.type === "tool-moveBlock" &&
        last.parts.some((known) => known.type === "tool-writeBlocks")
      )
        continue;
      const same = groups.findLast((group) => group.kind === "tool" && group.parts[0]?.type === part.type);
      const isWriting = part.type === "tool-writeBlocks" || part.type === "tool-patchBlock";
      if (isWriting && same?.kind === "tool" && last?.kind === "tool") same.parts.push(part);
      else groups.push({ kind: "tool", key: part.toolCallId, parts: [part] });
    }
  }
  return groups;
}

export function textOf(message: ComposerMessage): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
