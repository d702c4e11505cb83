import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import { pourDocument } from "../pour-rules";
import { draftFromBlock } from "../tools/block-draft";
import { answer, reasonFor } from "./answers";
import { composeDraft, missingForEvent } from "./compose";
import { type Brief, type BriefKind, saysNothing } from "./read-brief";
import type { Beat, Look, Script, Situation } from "./situation";

/** Blocks written by one call: few enough to watch the page grow. */
const blocksACall = 2;

/** From a brief to a draft: a template, subject and preheader, the blocks, and what of the example is left over goes. */
export async function* draftScript(brief: Brief, look: Look, opening: string): Script {
  const { language } = brief;
  if (saysNothing(brief)) {
    yield [{ say: opening + answer(language, "ask") }];
    return;
  }
  const situation = await look();
  const template = templateFor(brief.kind, situation);
  if (!template) return;
  const isFresh = situation.document === null || situation.isExample;
  if (isFresh) {
    const [set] = yield [
      { say: `${opening}${answer(language, "start", template.name[language])}` },
      { call: "setTemplate", input: { slug: template.slug, language } },
    ];
    if (!set?.ok) {
      yield [{ say: answer(language, "refused", reasonFor(language, set?.reason ?? "")) }];
      return;
    }
  }
  const { document } = await look();
  if (!document) return;
  const target = targetFor(document, composeDraft(brief, situation.workspaceName));
  const written = yield [
    // A step without a call would be the last one.
    ...(isFresh || opening === "" ? [] : [{ say: opening.trim() }]),
    {
      call: "setSubject",
      input: {
        subject: target.meta.subject || target.meta.preheader,
        preheader: target.meta.preheader,
        language,
      },
    },
    ...writingBeats(document, target),
  ];
  const stuck = written.find((outcome) => !outcome.ok);
  yield [
    {
      say: stuck
        ? answer(language, "refused", reasonFor(language, stuck.reason))
        : closingWords(brief, target),
    },
  ];
}

/** The template of the brief's kind that the plan allows; else one that it does. */
function templateFor(kind: BriefKind, situation: Situation): Situation["templates"][number] | undefined {
  const open = situation.templates.filter((template) => !template.isLocked);
  return (
    open.find((template) => template.category === kind) ??
    open.find((template) => template.category === "announcement") ??
    open[0]
  );
}

/** The draft in the paper's present dress, on the ids of the blocks that it rewrites. */
function targetFor(current: NewsletterDocument, draft: NewsletterDocument): NewsletterDocument {
  const free = current.blocks.flatMap((block) => (block.type === "columns" ? [] : [block]));
  const used = new Set<string>();
  const blocks = draft.blocks.map((block): Block => {
    const same = free.find((old) => !used.has(old.id) && old.type === block.type && old.role === block.role);
    if (!same) return block;
    used.add(same.id);
    return { ...block, id: same.id };
  });
  return pourDocument(current, { ...draft, blocks });
}

/** The calls that lead from the paper as it is to the target: what is left over goes first, then the rest is written in order. */
function writingBeats(current: NewsletterDocument, target: NewsletterDocument): Beat[] {
  const wanted = new Set(target.blocks.map((block) => block.id));
  const leftOver = current.blocks.filter((block) => !wanted.has(block.id)).map((block) => block.id);
  const beats: Beat[] = leftOver.length > 0 ? [{ call: "removeBlock", input: { ids: leftOver } }] : [];
  let afterId: string | null = null;
  let open: { afterId: string | null; blocks: unknown[] } | null = null;
  const close = () => {
    if (open) beats.push({ call: "writeBlocks", input: open });
    open = null;
  };
  for (const block of target.blocks) {
    const draft = draftFromBlock(block);
    if (draft === null || draft.type === "divider") {
      // Ornaments stay where the template has them; the next block stands after them again.
      close();
      const old = current.blocks.findIndex((candidate) => candidate.id === block.id);
      if (old >= 0) beats.push({ call: "moveBlock", input: { id: block.id, afterId } });
    } else {
      open ??= { afterId, blocks: [] };
      open.blocks.push(draft);
      if (open.blocks.length >= blocksACall) close();
    }
    afterId = block.id;
  }
  close();
  return beats;
}

function closingWords(brief: Brief, target: NewsletterDocument): string {
  const { language } = brief;
  const names = { date: "missingDate", place: "missingPlace", link: "missingLink" } as const;
  const missing = missingForEvent(brief).map((what) => answer(language, names[what]));
  const or = language === "pt" ? " nem " : " or ";
  const list =
    missing.length > 1 ? `${missing.slice(0, -1).join(", ")}${or}${missing.at(-1)}` : (missing[0] ?? "");
  return [
    answer(language, "done", target.meta.subject),
    list === "" ? "" : answer(language, "missing", list),
    brief.unknownLanguage ? answer(language, "otherLanguage") : "",
    brief.audience ? answer(language, "audienceHint", brief.audience) : "",
  ].join("");
}
