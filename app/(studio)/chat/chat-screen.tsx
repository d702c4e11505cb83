import { notFound } from "next/navigation";
import { ChatRoom } from "@/components/chat/chat-room";
import type { ThreadState } from "@/components/chat/use-thread";
import { getPaper } from "@/lib/composer/get-paper";
import { getThread, listThreads } from "@/lib/composer/get-thread";
import { requireViewer } from "@/lib/entry/require-viewer";
import { getLetterhead } from "@/lib/newsletters/get-letterhead";
import { isAppError } from "@/lib/platform/errors";
import { listTemplates } from "@/lib/templates/list-templates";
import {
  changeDraftAction,
  chooseAudienceAction,
  confirmProposalAction,
  fromTemplateAction,
  removeThreadAction,
  renameThreadAction,
  setTemplateAction,
  undoChangeAction,
} from "./actions";

const act = {
  changeDraft: changeDraftAction,
  undo: undoChangeAction,
  setTemplate: setTemplateAction,
  fromTemplate: fromTemplateAction,
  chooseAudience: chooseAudienceAction,
  rename: renameThreadAction,
  remove: removeThreadAction,
  confirm: confirmProposalAction,
};

/** The chat with one thread, or an empty one; a thread of another workspace stands nowhere. */
export async function ChatScreen({ threadId }: { threadId: string | null }) {
  const viewer = await requireViewer();
  const [thread, paper, threads, letterhead] = await Promise.all([
    threadId ? getThread(viewer, threadId) : null,
    threadId ? getPaper(viewer, threadId) : null,
    listThreads(viewer),
    getLetterhead(viewer),
  ]).catch((error: unknown) => {
    if (isAppError(error, "not_found")) notFound();
    throw error;
  });
  return (
    <ChatRoom
      key={threadId ?? "new"}
      workspaceId={viewer.workspaceId}
      letterhead={letterhead}
      // Messages are JSON that our own tools wrote; their parts are typed where they are drawn.
      thread={thread as unknown as ThreadState | null}
      paper={paper}
      threads={threads}
      templates={listTemplates(viewer.locale)}
      act={act}
    />
  );
}
