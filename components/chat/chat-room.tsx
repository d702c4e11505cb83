"use client";

import { PanelLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Segmented } from "@/components/ui/segmented";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { Audience, ThreadListItem } from "@/lib/composer/composer-schema";
import type { PaperView } from "@/lib/composer/get-paper";
import type { Operation } from "@/lib/content/operations";
import type { TemplateView } from "@/lib/templates/template-schema";
import type { ChatActions, Outcome } from "./chat-actions";
import { Conversation } from "./conversation";
import { PaperPane } from "./paper-pane";
import { TemplatePanel } from "./template-panel";
import { ThreadList } from "./thread-list";
import { usePaper } from "./use-paper";
import { type ThreadState, useThread } from "./use-thread";
import { useThreads } from "./use-threads";

type Result<T> = { ok: true; data: T } | { ok: false; code: string; message: string };
type Saved = { version: number; document: PaperView["document"] };

export type ChatRoomProps = {
  workspaceId: string;
  letterhead: { workspaceName: string; postalAddress: string };
  thread: ThreadState | null;
  paper: PaperView | null;
  threads: readonly ThreadListItem[];
  templates: readonly TemplateView[];
  act: {
    changeDraft: (input: {
      threadId: string;
      version: number;
      operations: Operation[];
    }) => Promise<Result<Saved>>;
    undo: (input: { threadId: string; version: number }) => Promise<Result<Saved>>;
    setTemplate: (input: {
      threadId: string;
      slug: string;
    }) => Promise<Result<Saved & { newsletterId: string }>>;
    fromTemplate: (input: { slug: string }) => Promise<Result<{ threadId: string }>>;
    chooseAudience: (input: {
      threadId: string;
      audience: Audience;
    }) => Promise<Result<{ sendable: number }>>;
    rename: (input: { threadId: string; title: string }) => Promise<Result<void>>;
    remove: (input: { threadId: string }) => Promise<Result<void>>;
    confirm: (input: { proposalId: string }) => Promise<Result<unknown>>;
  };
};

/** Conversation left, paper right; on a phone one of the two at a time. */
export function ChatRoom({ workspaceId, letterhead, act, ...initial }: ChatRoomProps) {
  const t = useTranslations("chat");
  const router = useRouter();
  const [side, setSide] = useState<"conversation" | "paper">("conversation");
  const [isListOpen, setListOpen] = useState(false);
  const [isListShown, setListShown] = useState(false);
  const [isTemplateOpen, setTemplateOpen] = useState(false);
  const threads = useThreads(workspaceId, initial.threads);
  const thread = useThread(workspaceId, initial.thread, (threadId) => {
    // The address follows without a new page: the answer is already arriving here.
    window.history.replaceState(null, "", `/chat/${threadId}`);
    void threads.reload();
  });
  const paper = usePaper({
    workspaceId,
    threadId: thread.id,
    isNew: thread.isNew,
    initial: initial.paper,
    messages: thread.messages,
    save: act.changeDraft,
  });
  const actions = useChatActions({ thread, paper, act });

  const pickTemplate = async (slug: string) => {
    if (thread.isNew) {
      const made = await act.fromTemplate({ slug });
      if (made.ok) router.push(`/chat/${made.data.threadId}`);
      else toast.error(made.message);
      return;
    }
    const set = await act.setTemplate({ threadId: thread.id, slug });
    if (!set.ok) return void toast.error(set.message);
    paper.put(set.data);
    setTemplateOpen(false);
    setSide("paper");
    void thread.reload();
  };
  const list = (
    <ThreadList
      threads={threads.threads}
      currentId={thread.id}
      onNew={() => setListOpen(false)}
      onRename={async (threadId, title) => {
        const renamed = await act.rename({ threadId, title });
        if (!renamed.ok) toast.error(renamed.message);
        await threads.reload();
        return renamed.ok;
      }}
      onRemove={async (threadId) => {
        const removed = await act.remove({ threadId });
        if (!removed.ok) toast.error(removed.message);
        await threads.reload();
        if (removed.ok && threadId === thread.id) router.push("/chat");
      }}
    />
  );
  return (
    <div className="flex h-[calc(100dvh-60px-env(safe-area-inset-bottom))] min-h-0 md:h-dvh">
      <h1 className="sr-only">{thread.title || t("title")}</h1>
      {isListShown && <div className="hidden w-60 shrink-0 flex-col border-e p-3 lg:flex">{list}</div>}
      <div className={cn("flex min-w-0 grow basis-0 flex-col lg:flex", side === "paper" && "max-lg:hidden")}>
        <div className="flex items-center gap-2 px-3 pt-2">
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={isListShown ? t("hideThreads") : t("showThreads")}
            aria-expanded={isListShown}
            onClick={() => setListShown(!isListShown)}
            className="max-lg:hidden"
          >
            <PanelLeft aria-hidden />
          </Button>
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={t("showThreads")}
            onClick={() => setListOpen(true)}
            className="lg:hidden"
          >
            <PanelLeft aria-hidden />
          </Button>
          <p className="min-w-0 grow truncate text-ink-soft text-sm">{thread.title || t("newThread")}</p>
          <SideSwitch side={side} onSide={setSide} />
        </div>
        <Conversation thread={thread} actions={actions} />
      </div>
      <div
        className={cn(
          "flex min-w-0 grow-[1.25] basis-0 flex-col bg-surface-sunken lg:flex lg:border-s",
          side === "conversation" && "max-lg:hidden",
        )}
      >
        <div className="flex justify-end px-3 pt-2 pb-1 lg:hidden">
          <SideSwitch side={side} onSide={setSide} />
        </div>
        <PaperPane
          state={paper}
          step={thread.step}
          letterhead={letterhead}
          onTemplate={() => setTemplateOpen(true)}
        />
      </div>
      <Sheet open={isListOpen} onOpenChange={setListOpen}>
        <SheetContent side="left" title={t("threads")}>
          {list}
        </SheetContent>
      </Sheet>
      <TemplatePanel
        isOpen={isTemplateOpen}
        onOpenChange={setTemplateOpen}
        templates={initial.templates}
        onUse={pickTemplate}
      />
    </div>
  );
}

function SideSwitch({
  side,
  onSide,
}: {
  side: "conversation" | "paper";
  onSide: (side: "conversation" | "paper") => void;
}) {
  const t = useTranslations("chat");
  return (
    <Segmented
      label={t("title")}
      value={side}
      onValueChange={onSide}
      options={[
        { value: "conversation", label: t("conversation") },
        { value: "paper", label: t("paper") },
      ]}
      className="lg:hidden"
    />
  );
}

type ActionParts = {
  thread: ReturnType<typeof useThread>;
  paper: ReturnType<typeof usePaper>;
  act: ChatRoomProps["act"];
};

function useChatActions({ thread, paper, act }: ActionParts): ChatActions {
  const t = useTranslations("chat");
  const { id: threadId, say, reload } = thread;
  const { put, change } = paper;
  const newsletterId = paper.paper?.newsletterId;
  return useMemo<ChatActions>(
    () => ({
      undo: async (versions) => {
        for (const version of [...versions].sort((a, b) => b - a)) {
          const undone = await act.undo({ threadId, version });
          if (!undone.ok) return void toast.error(undone.message);
          if (newsletterId) put({ newsletterId, ...undone.data });
        }
        toast(t("undone"));
      },
      takeSubject: (subject) => change([{ type: "setMeta", patch: { subject } }]),
      chooseAudience: async (audience) => {
        const chosen = await act.chooseAudience({ threadId, audience });
        if (!chosen.ok) toast.error(chosen.message);
        await reload();
        return chosen.ok ? chosen.data.sendable : null;
      },
      confirm: async (proposalId): Promise<Outcome> => {
        const confirmed = await act.confirm({ proposalId });
        return confirmed.ok ? { ok: true } : { ok: false, code: confirmed.code, message: confirmed.message };
      },
      proposeAgain: () => void say(t("say_send")),
      confirmed: () => void reload(),
    }),
    [threadId, newsletterId, say, reload, put, change, act, t],
  );
}
