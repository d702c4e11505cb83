import { z } from "zod";
import { isExample, wearsTemplate } from "@/lib/composer/internal/template-document";
import { answerScript } from "@/lib/composer/offline/answer-script";
import type { Situation, ToolOutcome } from "@/lib/composer/offline/situation";
import { pourDocument } from "@/lib/composer/pour-rules";
import { blockDraftSchema } from "@/lib/composer/tools/block-draft";
import { patchOperation } from "@/lib/composer/tools/patch-operation";
import { writeOperations } from "@/lib/composer/tools/write-operations";
import { type NewsletterDocument, parseDocument } from "@/lib/content/document-schema";
import { applyOperations, type Operation } from "@/lib/content/operations";
import { getTemplate } from "@/lib/templates/get-template";
import { listTemplates } from "@/lib/templates/list-templates";

export type Desk = { document: NewsletterDocument | null; said: string; calls: string[]; turns: number };

/** The offline composer at a desk without a database: the same scripts and the same rules under the tools, applied in memory. */
export function newDesk(): Desk {
  return { document: null, said: "", calls: [], turns: 0 };
}

export async function tell(desk: Desk, message: string, language: "en" | "pt" = "en"): Promise<Desk> {
  const look = async (): Promise<Situation> => ({
    document: desk.document,
    isExample: desk.document !== null && isExample(desk.document),
    workspaceName: "Harbour Books",
    language,
    templates: listTemplates("en").map(({ slug, name, category }) => ({
      slug,
      name: { en: name, pt: getTemplate(slug, "pt").name },
      category,
      isLocked: false,
      isCurrent: desk.document !== null && wearsTemplate(desk.document, slug),
    })),
  });
  const script = answerScript(message, look, desk.turns === 0);
  desk.said = "";
  desk.calls = [];
  desk.turns += 1;
  let outcomes: ToolOutcome[] = [];
  let hasEnded = false;
  for (;;) {
    const step = await script.next(outcomes);
    if (step.done) return desk;
    outcomes = [];
    // A model that calls no tool has finished: whatever a script planned after such a step would never happen.
    if (hasEnded) throw new Error("the script goes on after a step without a call");
    hasEnded = !step.value.some((beat) => "call" in beat);
    for (const beat of step.value) {
      if ("say" in beat) desk.said += `${beat.say}\n`;
      else {
        desk.calls.push(beat.call);
        outcomes.push(use(desk, beat.call, beat.input));
      }
    }
  }
}

const ids = z.array(z.string());

function use(desk: Desk, tool: string, input: Record<string, unknown>): ToolOutcome {
  const done = (data: Record<string, unknown> = {}): ToolOutcome => ({ tool, ok: true, reason: "", data });
  if (tool === "setTemplate") {
    const language =
      input.language === "pt"
        ? "pt"
        : input.language === "en"
          ? "en"
          : (desk.document?.meta.language ?? "en");
    const { document } = getTemplate(String(input.slug), language);
    desk.document =
      desk.document && !isExample(desk.document) ? pourDocument(document, desk.document) : document;
    parseDocument(desk.document);
    return done();
  }
  if (tool === "suggestSubjects") return done({ subjects: input.subjects });
  const { document } = desk;
  if (!document) return { tool, ok: false, reason: "step_no_draft_yet", data: {} };
  const operations = operationsFor(document, tool, input);
  if (!operations) return { tool, ok: false, reason: "unknown_tool", data: {} };
  desk.document = applyOperations(document, operations).document;
  parseDocument(desk.document);
  return done();
}

function operationsFor(
  document: NewsletterDocument,
  tool: string,
  input: Record<string, unknown>,
): Operation[] | null {
  switch (tool) {
    case "setSubject":
      return [{ type: "setMeta", patch: input }];
    case "removeBlock":
      return ids.parse(input.ids).map((id) => ({ type: "remove", id }));
    case "moveBlock":
      return [
        {
          type: "move",
          id: String(input.id),
          afterId: input.afterId === null ? null : String(input.afterId),
        },
      ];
    case "writeBlocks": {
      const { blocks, afterId } = z
        .object({ blocks: z.array(blockDraftSchema), afterId: z.string().nullable().optional() })
        .parse(input);
      return writeOperations(document, blocks, afterId).operations;
    }
    case "patchBlock":
      return [patchOperation(document, input)];
    default:
      return null;
  }
}
