import type { InferUITools, UIMessage } from "ai";
import type { Viewer } from "@/lib/accounts/viewer";
import type { MessageMetadata } from "../composer-schema";
import { chooseAudienceTool } from "./choose-audience";
import { findListsTool } from "./find-lists";
import { moveBlockTool } from "./move-block";
import { patchBlockTool } from "./patch-block";
import { proposeSendTool } from "./propose-send";
import { removeBlockTool } from "./remove-block";
import { runPreflightTool } from "./run-preflight";
import { sendTestTool } from "./send-test";
import { setSubjectTool } from "./set-subject";
import { setTemplateTool } from "./set-template";
import { suggestSubjectsTool } from "./suggest-subjects";
import type { Turn } from "./turn";
import { undoChangeTool } from "./undo-change";
import { writeBlocksTool } from "./write-blocks";

/** Everything a model may do, and the only way it may do it. */
export function toolsFor(viewer: Viewer, turn: Turn) {
  return {
    setTemplate: setTemplateTool(viewer, turn),
    setSubject: setSubjectTool(viewer, turn),
    suggestSubjects: suggestSubjectsTool(viewer, turn),
    writeBlocks: writeBlocksTool(viewer, turn),
    patchBlock: patchBlockTool(viewer, turn),
    moveBlock: moveBlockTool(viewer, turn),
    removeBlock: removeBlockTool(viewer, turn),
    undoChange: undoChangeTool(viewer, turn),
    findLists: findListsTool(viewer, turn),
    chooseAudience: chooseAudienceTool(viewer, turn),
    runPreflight: runPreflightTool(viewer, turn),
    sendTest: sendTestTool(viewer, turn),
    proposeSend: proposeSendTool(viewer, turn),
  };
}

export type ComposerTools = ReturnType<typeof toolsFor>;

/** A message as the page draws it, its tool calls typed. */
export type ComposerMessage = UIMessage<MessageMetadata, never, InferUITools<ComposerTools>>;
