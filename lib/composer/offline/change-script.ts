import type { Block, BlockOf, NewsletterDocument } from "@/lib/content/document-schema";
import { plainText } from "@/lib/content/inline-schema";
import { inlineToMarkdown } from "@/lib/content/markdown";
import { safeUrl } from "@/lib/content/sanitize-url";
import { type AnswerKey, answer } from "./answers";
import { type Change, markdownOf, patch, write } from "./change-beats";
import { planLanguage, planLonger, planShorter } from "./change-length";
import { labelFor } from "./compose";
import { beforeOf, findPart, findParts, lastOfBody, nameOf } from "./find-parts";
import type { Language } from "./language";
import { capitalise, shorten, splitSentences } from "./phrase";
import type { Intent } from "./read-intent";
import type { Part } from "./read-target";
import type { Beat } from "./situation";
import { isFixed, word } from "./words";

/** Works out one change to the paper. Pure: the same words and paper always give the same calls. */
export function planChange(intent: Intent, document: NewsletterDocument, language: Language): Change | null {
  const says = (key: AnswerKey, ...values: string[]) => answer(language, key, ...values);
  const only = (key: AnswerKey, ...values: string[]): Change => ({ calls: [], say: says(key, ...values) });
  const first = (part: Part) => findPart(document, { part });
  switch (intent.kind) {
    case "headline":
    case "lead": {
      const block = first(intent.kind);
      const text = markdownOf(intent.text);
      if (block)
        return {
          calls: [patch(block.id, { text })],
          say: says(intent.kind === "headline" ? "headline" : "replaced"),
        };
      const isHead = intent.kind === "headline";
      const draft = isHead
        ? { type: "heading", role: "headline", level: 1, text }
        : { type: "text", role: "lead", style: "lead", text };
      const masthead = document.blocks.find((candidate) => candidate.type === "masthead");
      const anchor = isHead ? masthead : (first("headline") ?? masthead);
      return { calls: [write([draft], anchor?.id ?? null)], say: says("added") };
    }
    case "subject":
      return {
        calls: [{ call: "setSubject", input: { subject: shorten(intent.text, 190) } }],
        say: says("subject"),
      };
    case "preheader":
      return {
        calls: [{ call: "setSubject", input: { preheader: shorten(intent.text, 240) } }],
        say: says("preheader"),
      };
    case "subjects":
      return {
        calls: [{ call: "suggestSubjects", input: { subjects: subjectIdeas(document) } }],
        say: says("subjects"),
      };
    case "button":
      return planButton(intent, document, language);
    case "remove": {
      const found = findParts(document, intent.target);
      if (found.length === 0) return only("notFound", nameOf(intent.target, language));
      return {
        calls: [{ call: "removeBlock", input: { ids: found.map((block) => block.id) } }],
        say: says("removed", nameOf(intent.target, language)),
      };
    }
    case "move":
      return planMove(intent, document, language);
    case "add":
      return { calls: [planAddition(intent.text, document)], say: says("added") };
    case "addQuote": {
      const draft = {
        type: "quote",
        role: "quote",
        text: markdownOf(intent.text),
        ...(intent.attribution ? { attribution: intent.attribution } : {}),
      };
      return { calls: [write([draft], lastOfBody(document))], say: says("added") };
    }
    case "replace":
      return planReplacement(intent, document, language);
    case "fact":
      return planFact(intent, document, language);
    case "shorter":
      return planShorter(document, language);
    case "longer":
      return planLonger(document, language);
    case "personal": {
      const text = word(document.meta.language, "greeting");
      const greeting = first("greeting");
      if (greeting) return { calls: [patch(greeting.id, { text })], say: says("personal") };
      const before = first("lead") ?? first("paragraph");
      return {
        calls: [
          write(
            [{ type: "text", role: "greeting", text }],
            before ? beforeOf(document, before.id) : lastOfBody(document),
          ),
        ],
        say: says("personal"),
      };
    }
    case "language":
      return intent.language === "other" ? only("otherLanguage") : planLanguage(intent.language, document);
    default:
      return null;
  }
}

function planButton(
  intent: Extract<Intent, { kind: "button" }>,
  document: NewsletterDocument,
  language: Language,
): Change {
  const button = findPart(document, { part: "button" });
  const href = intent.href === null ? null : safeUrl(intent.href);
  if (button?.type === "button" && !intent.isNew) {
    const fields = {
      ...(intent.label ? { label: capitalise(intent.label) } : {}),
      ...(href ? { href } : {}),
    };
    if (Object.keys(fields).length === 0) return { calls: [], say: answer(language, "buttonNoUrl") };
    return { calls: [patch(button.id, fields)], say: answer(language, "buttonChanged") };
  }
  if (href === null) return { calls: [], say: answer(language, "buttonNoUrl") };
  const topic = document.blocks
    .flatMap((block) => ("content" in block ? [plainText(block.content)] : []))
    .join(" ");
  const label = intent.label ? capitalise(intent.label) : word(document.meta.language, labelFor(topic, href));
  return {
    calls: [write([{ type: "button", role: "cta", label, href }], lastOfBody(document))],
    say: answer(language, "buttonAdded"),
  };
}

function planMove(
  intent: Extract<Intent, { kind: "move" }>,
  document: NewsletterDocument,
  language: Language,
): Change {
  const block = findPart(document, intent.target);
  if (!block) return { calls: [], say: answer(language, "notFound", nameOf(intent.target, language)) };
  const movable = document.blocks.filter((candidate) => candidate.type !== "footer");
  const at = movable.findIndex((candidate) => candidate.id === block.id);
  const rest = movable.filter((candidate) => candidate.id !== block.id);
  const { where } = intent;
  let place: number;
  if (where === "up") place = at - 1;
  else if (where === "down") place = at + 1;
  else if (where === "top") place = rest[0]?.type === "masthead" ? 1 : 0;
  else if (where === "bottom") place = rest.length;
  else {
    const anchor = findPart(document, where.of);
    if (!anchor) return { calls: [], say: answer(language, "notFound", nameOf(where.of, language)) };
    place = rest.findIndex((candidate) => candidate.id === anchor.id) + (where.side === "after" ? 1 : 0);
  }
  if (place < 0 || place > rest.length || place === at)
    return { calls: [], say: answer(language, "cannotMove") };
  const afterId = place === 0 ? null : (rest[place - 1]?.id ?? null);
  return { calls: [{ call: "moveBlock", input: { id: block.id, afterId } }], say: answer(language, "moved") };
}

function planAddition(text: string, document: NewsletterDocument): Beat {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^\s*[-*•]\s+/u, "").trim())
    .filter(Boolean);
  if (lines.length > 1)
    return write([{ type: "list", role: "points", items: lines.map(markdownOf) }], lastOfBody(document));
  const sentence = capitalise(text.trim());
  const ended =
    /[.!?…:"”»)]$/u.test(sentence) || /https?:\/\/\S+$/u.test(sentence) ? sentence : `${sentence}.`;
  return write([{ type: "text", role: "body", text: markdownOf(ended) }], lastOfBody(document));
}

function planReplacement(
  intent: Extract<Intent, { kind: "replace" }>,
  document: NewsletterDocument,
  language: Language,
): Change {
  const calls: Beat[] = [];
  for (const field of ["subject", "preheader"] as const) {
    const value = document.meta[field];
    if (holds(value, intent.from))
      calls.push({ call: "setSubject", input: { [field]: swap(value, intent) } });
  }
  for (const block of document.blocks) {
    const changed = swapInBlock(block, intent);
    if (changed) calls.push(patch(block.id, changed));
  }
  return calls.length > 0
    ? { calls, say: answer(language, "replaced") }
    : { calls, say: answer(language, "noSuchWords", intent.from) };
}

function swapInBlock(block: Block, change: { from: string; to: string }): Record<string, unknown> | null {
  const markdown = { from: markdownOf(change.from), to: markdownOf(change.to) };
  switch (block.type) {
    case "heading":
    case "text":
    case "quote": {
      const text = inlineToMarkdown(block.content);
      return holds(text, markdown.from) ? { text: swap(text, markdown) } : null;
    }
    case "list": {
      const items = block.items.map(inlineToMarkdown);
      return items.some((item) => holds(item, markdown.from))
        ? { items: items.map((item) => swap(item, markdown)) }
        : null;
    }
    case "button":
      if (holds(block.label, change.from)) return { label: swap(block.label, change) };
      return block.href === change.from && safeUrl(change.to) ? { href: change.to } : null;
    case "event": {
      const isHere = block.facts.some(
        (fact) => holds(fact.value, change.from) || holds(fact.label, change.from),
      );
      if (!isHere) return null;
      return {
        facts: block.facts.map((fact) => ({
          ...fact,
          label: swap(fact.label, change),
          value: swap(fact.value, change),
        })),
      };
    }
    case "masthead":
      return holds(block.title, change.from) ? { title: swap(block.title, change) } : null;
    default:
      return null;
  }
}

function holds(text: string, part: string): boolean {
  return part !== "" && text.toLowerCase().includes(part.toLowerCase());
}

function swap(text: string, { from, to }: { from: string; to: string }): string {
  const at = text.toLowerCase().indexOf(from.toLowerCase());
  return at < 0 || from === ""
    ? text
    : text.slice(0, at) + to + swap(text.slice(at + from.length), { from, to });
}

function planFact(
  intent: Extract<Intent, { kind: "fact" }>,
  document: NewsletterDocument,
  language: Language,
): Change {
  const panel = document.blocks.find((block): block is BlockOf<"event"> => block.type === "event");
  const label = word(document.meta.language, intent.fact);
  const value = capitalise(intent.value);
  if (!panel) {
    const after = findPart(document, { part: "lead" }) ?? findPart(document, { part: "headline" });
    return {
      calls: [
        write(
          [{ type: "event", role: "facts", facts: [{ kind: intent.fact, label, value }] }],
          after?.id ?? lastOfBody(document),
        ),
      ],
      say: answer(language, "added"),
    };
  }
  const old = panel.facts.find((fact) => fact.kind === intent.fact);
  const facts = old
    ? panel.facts.map((fact) => (fact === old ? { ...fact, value } : fact))
    : [...panel.facts, { kind: intent.fact, label, value }];
  // Where the old value stands in running text and in the subject it is changed too, so that the issue does not contradict itself.
  const elsewhere = old
    ? planReplacement(
        { kind: "replace", from: old.value, to: intent.value },
        { ...document, blocks: document.blocks.filter((block) => block !== panel) },
        language,
      ).calls
    : [];
  return { calls: [patch(panel.id, { facts }), ...elsewhere], say: answer(language, "factChanged") };
}

function subjectIdeas(document: NewsletterDocument): string[] {
  const headline = findPart(document, { part: "headline" });
  const title =
    headline?.type === "heading" ? plainText(headline.content).replace(/\n/g, " ") : document.meta.subject;
  const panel = document.blocks.find((block): block is BlockOf<"event"> => block.type === "event");
  const of = (kind: string) => panel?.facts.find((fact) => fact.kind === kind)?.value;
  const lead = findPart(document, { part: "lead" });
  const sentence =
    lead?.type === "text" && !isFixed(plainText(lead.content))
      ? splitSentences(plainText(lead.content))[0]
      : undefined;
  const date = of("date");
  const place = of("place");
  const button = document.blocks.find((block): block is BlockOf<"button"> => block.type === "button");
  const ideas = [
    title,
    date ? `${date}: ${title}` : undefined,
    place ? `${title}, ${place}` : undefined,
    document.meta.language === "pt" ? `Para você: ${title}` : `For you: ${title}`,
    button ? `${title}. ${button.label}` : undefined,
    sentence?.replace(/[.]$/u, ""),
  ];
  const fitting = ideas
    .filter((idea): idea is string => Boolean(idea?.trim()))
    .map((idea) => shorten(idea, 90));
  return [...new Set(fitting)].slice(0, 4);
}
