import type { BlockOf, NewsletterDocument } from "@/lib/content/document-schema";
import { plainText } from "@/lib/content/inline-schema";
import { answer } from "./answers";
import { type Change, markdownOf, patch, write } from "./change-beats";
import { extractFacts } from "./facts";
import { findPart, lastOfAll } from "./find-parts";
import type { Language } from "./language";
import { splitSentences } from "./phrase";
import type { Beat } from "./situation";
import { isFixed, switchWords, word } from "./words";

/** Our own lines go first, then sentences without a fact, then whole paragraphs without one. Facts stay. */
export function planShorter(document: NewsletterDocument, language: Language): Change {
  const texts = document.blocks.filter(
    (block): block is BlockOf<"text"> =>
      block.type === "text" && !["kicker", "greeting", "signature"].includes(block.role ?? ""),
  );
  const calls: Beat[] = [];
  const removed: string[] = [];
  for (const block of texts) {
    const text = plainText(block.content);
    if (isFixed(text) && block.role !== "lead") {
      removed.push(block.id);
      continue;
    }
    const sentences = splitSentences(text);
    const kept = sentences.filter((sentence, index) => index === 0 || hasFact(sentence));
    if (kept.length < sentences.length) calls.push(patch(block.id, { text: markdownOf(kept.join(" ")) }));
  }
  if (calls.length === 0 && removed.length === 0) {
    const spare = texts.filter((block) => block.role !== "lead" && !hasFact(plainText(block.content))).at(-1);
    if (spare) removed.push(spare.id);
  }
  if (removed.length > 0) calls.push({ call: "removeBlock", input: { ids: removed } });
  return calls.length > 0
    ? { calls, say: answer(language, "shorter") }
    : { calls, say: answer(language, "shortest") };
}

function hasFact(sentence: string): boolean {
  return extractFacts(sentence).some((fact) => fact.kind !== "name");
}

export function planLonger(document: NewsletterDocument, language: Language): Change {
  const own = document.meta.language;
  const present = new Set(
    document.blocks.flatMap((block) => (block.type === "text" ? [plainText(block.content)] : [])),
  );
  const calls: Beat[] = [];
  const opening = word(own, "opening");
  const lead = findPart(document, { part: "lead" }) ?? findPart(document, { part: "headline" });
  if (lead && !present.has(opening))
    calls.push(write([{ type: "text", role: "body", text: opening }], lead.id));
  const closing = [word(own, "closingLong"), word(own, "closing")].filter((text) => !present.has(text));
  if (closing.length > 0)
    calls.push(
      write(
        closing.map((text) => ({ type: "text", role: "closing", style: "small", text })),
        lastOfAll(document),
      ),
    );
  return calls.length > 0
    ? { calls, say: answer(language, "longer") }
    : { calls, say: answer(language, "longest") };
}

/** Fixed words and labels change their language; the person's own words stay, and we say how many there are. */
export function planLanguage(to: Language, document: NewsletterDocument): Change {
  const calls: Beat[] = [{ call: "setSubject", input: { language: to } }];
  let own = 0;
  for (const block of document.blocks) {
    if (block.type === "text") {
      const text = plainText(block.content);
      const switched = switchWords(text, to);
      if (switched !== null)
        calls.push(patch(block.id, { text: /\{\{/.test(switched) ? switched : markdownOf(switched) }));
      else if (text !== document.blocks.find((candidate) => candidate.type === "masthead")?.title) own += 1;
    } else if (block.type === "button") {
      const label = switchWords(block.label, to);
      if (label !== null) calls.push(patch(block.id, { label }));
      else own += 1;
    } else if (block.type === "event") {
      const facts = block.facts.map((fact) => ({
        ...fact,
        label: switchWords(fact.label, to) ?? fact.label,
        value: switchWords(fact.value, to) ?? fact.value,
      }));
      calls.push(patch(block.id, { facts }));
    } else if (block.type === "heading" || block.type === "list" || block.type === "quote") {
      own += 1;
    }
  }
  const name = to === "pt" ? "português" : "English";
  const rest = own > 0 ? answer(to, "notTranslated", String(own), name) : "";
  return { calls, say: answer(to, "switched", name) + rest };
}
