"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ComposerMessage } from "@/lib/composer/tools/registry";
import type { ChatActions } from "./chat-actions";
import { ComposerBox } from "./composer-box";
import { MessageView, textOf } from "./message-view";
import { NextSteps } from "./next-steps";
import { Openers } from "./openers";
import type { Thread } from "./use-thread";

/** What was said, and where the next thing is said. */
export function Conversation({ thread, actions }: { thread: Thread; actions: ChatActions }) {
  const t = useTranslations("chat");
  const tError = useTranslations("errors");
  const [text, setText] = useState("");
  const [editing, setEditing] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const end = useEndInSight(thread.messages);
  const { messages, status, fault } = thread;
  const last = messages.at(-1);
  const isBusy = status !== "idle";
  const canRetry =
    !isBusy &&
    last !== undefined &&
    (last.role === "user" || last.metadata?.outcome === "failed" || last.metadata?.outcome === "stopped");

  const send = useCallback(
    async (words: string, replaces?: string) => {
      setText("");
      setEditing(null);
      const isSent = await thread.say(words, replaces);
      // What could not be sent is given back, unless something new was typed meanwhile.
      if (!isSent) setText((now) => (now === "" ? words : now));
    },
    [thread.say],
  );
  const edit = useCallback((message: ComposerMessage) => {
    setEditing(message.id);
    setText(textOf(message));
    box.current?.focus();
  }, []);

  return (
    <section aria-label={t("conversation")} className="flex min-h-0 grow flex-col">
      <div ref={end.area} className="min-h-0 grow overflow-y-auto">
        <div
          ref={end.content}
          className="mx-auto flex min-h-full w-full max-w-conversation flex-col px-4 py-6 md:px-6"
        >
          {messages.length === 0 ? (
            <Openers onPick={(words) => void send(words)} />
          ) : (
            <ol
              className="grid gap-5"
              aria-live="polite"
              aria-relevant="additions text"
              aria-busy={status === "writing"}
            >
              {messages.map((message, index) => (
                <MessageView
                  key={message.id}
                  message={message}
                  isLast={index === messages.length - 1}
                  isWriting={status === "writing" && index === messages.length - 1}
                  actions={actions}
                  onEdit={isBusy ? null : edit}
                />
              ))}
            </ol>
          )}
          {isBusy && last?.role === "user" && (
            <p role="status" className="flex items-center gap-2 pt-5 text-ink-faint text-sm">
              <span aria-hidden className="h-4 w-0.5 animate-caret bg-mark" />
              {t("thinking")}
            </p>
          )}
          {canRetry && (
            <div className="pt-3">
              <Button size="small" onClick={thread.retry}>
                <RotateCcw aria-hidden />
                {t("retry")}
              </Button>
            </div>
          )}
        </div>
      </div>
      <div className="mx-auto grid w-full max-w-conversation gap-2 px-4 pb-3 md:px-6 md:pb-5">
        {fault && (
          <Notice tone="bad">
            {fault.area === "chat"
              ? t(fault.key as "sendFailed")
              : tError.has(fault.key as "internal")
                ? tError(fault.key as "internal")
                : t("sendFailed")}
          </Notice>
        )}
        {!isBusy && messages.length > 0 && (
          <NextSteps step={thread.step} onSay={(words) => void send(words)} />
        )}
        {editing && (
          <p className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
            {t("editing")}
            <Button
              variant="link"
              size="inline"
              onClick={() => {
                setEditing(null);
                setText("");
              }}
            >
              {t("cancelEdit")}
            </Button>
          </p>
        )}
        <ComposerBox
          box={box}
          text={text}
          onText={setText}
          onSend={() => void send(text.trim(), editing ?? undefined)}
          onStop={thread.stop}
          status={status}
        />
      </div>
    </section>
  );
}

/** Keeps the newest words in sight, unless the person scrolled up to read. */
function useEndInSight(messages: readonly ComposerMessage[]) {
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = area.current;
    if (!element || !content.current) return;
    let before = element.scrollTop;
    const look = () => {
      const isNearEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 120;
      // Growing words move the end away without anybody scrolling: only going up is a wish to read.
      if (isNearEnd) isAtEnd.current = true;
      else if (element.scrollTop < before) isAtEnd.current = false;
      before = element.scrollTop;
    };
    const grown = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", look, { passive: true });
    grown.observe(content.current);
    return () => {
      element.removeEventListener("scroll", look);
      grown.disconnect();
    };
  }, []);
  const last = messages.at(-1);
  const ownId = last?.role === "user" ? last.id : null;
  useEffect(() => {
    if (ownId === null || !area.current) return;
    isAtEnd.current = true;
    area.current.scrollTop = area.current.scrollHeight;
  }, [ownId]);
  return { area, content };
}
