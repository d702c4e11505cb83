import { contentLimits } from "@/lib/content/content-limits";
import {
  type Block,
  type BlockRole,
  documentSchema,
  type Inline,
  type NewsletterDocument,
  newBlockId,
} from "@/lib/content/document-schema";
import { inlineFromText, plainText } from "@/lib/content/inline-schema";
import { safeUrl } from "@/lib/content/sanitize-url";
import { defaultTheme } from "@/lib/content/theme";
import { extractFacts, hrefOf } from "./facts";
import { linkify } from "./linkify";
import { capitalise, shorten, splitSentences } from "./phrase";
import type { Brief } from "./read-brief";
import { type FixedWord, frame, word } from "./words";

/** A first draft from a brief: only the person's words and a few fixed sentences that hold for any brief. */
export function composeDraft(brief: Brief, workspaceName: string): NewsletterDocument {
  const blocks: Block[] = [
    {
      id: newBlockId(),
      type: "masthead",
      role: "masthead",
      title: workspaceName.slice(0, contentLimits.lineText),
    },
    ...openingOf(brief),
    ...panelOf(brief),
    ...brief.paragraphs.flatMap((paragraph) => paragraphBlocks(paragraph)),
    ...pointsOf(brief),
    ...brief.quotes.map(
      (quote): Block => ({
        id: newBlockId(),
        type: "quote",
        role: "quote",
        content: linkify(quote.text),
        ...(quote.attribution ? { attribution: quote.attribution.slice(0, contentLimits.lineText) } : {}),
      }),
    ),
    ...buttonOf(brief),
    words("closing", word(brief.language, "closing"), "small"),
    ...(brief.kind === "letter" ? [words("signature", workspaceName)] : []),
    { id: newBlockId(), type: "footer", role: "footer" },
  ];
  const headline = brief.headline || workspaceName;
  const document: NewsletterDocument = {
    version: 1,
    meta: {
      subject: [...(brief.subject ?? shorten(headline, 78))].slice(0, 190).join(""),
      preheader: [...(brief.preheader ?? preheaderOf(brief))].slice(0, 180).join(""),
      language: brief.language,
      theme: defaultTheme,
    },
    blocks,
  };
  return documentSchema.parse(withMissingFacts(document, brief));
}

function openingOf(brief: Brief): Block[] {
  const { language, kind } = brief;
  const kicker: FixedWord | null =
    kind === "event"
      ? "kickerEvent"
      : kind === "digest"
        ? "kickerDigest"
        : kind === "letter"
          ? null
          : "kickerNews";
  const headline: Block[] = brief.headline
    ? [
        {
          id: newBlockId(),
          type: "heading",
          role: "headline",
          level: 1,
          content: inlineFromText(brief.headline),
        },
      ]
    : [];
  const lead = leadOf(brief);
  return [
    ...(kicker ? [words("kicker", word(language, kicker), "kicker")] : []),
    ...headline,
    ...(kind === "letter" ? [words("greeting", word(language, "greeting"))] : []),
    ...(lead ? [words("lead", lead, "lead")] : []),
  ];
}

function leadOf(brief: Brief): string | null {
  if (brief.lead) return brief.lead;
  const { topic, language, kind } = brief;
  const key: FixedWord =
    kind === "event"
      ? "leadEvent"
      : kind === "digest"
        ? "leadDigest"
        : kind === "letter"
          ? "leadLetter"
          : "leadNews";
  if (kind === "digest" && topicSaysMore(brief)) return `${capitalise(topic)}.`;
  if (topic === "") return brief.paragraphs.length > 0 ? null : word(language, "opening");
  if (brief.facts.some((fact) => fact.kind === "url" && topic === fact.text))
    return frame(language, "leadLink", topic);
  const isPlainSentence = /^(?:thank|sorry|happy|merry|obrigad|feliz|desculp)/iu.test(topic);
  return isPlainSentence ? `${capitalise(topic)}.` : frame(language, key, lowerFirst(topic));
}

function topicSaysMore(brief: Brief): boolean {
  return brief.topic.length > brief.headline.length + 3;
}

function panelOf(brief: Brief): Block[] {
  const isWorth = brief.kind === "event" ? brief.panel.length > 0 : brief.panel.length > 1;
  if (!isWorth) return [];
  const facts = brief.panel.slice(0, contentLimits.facts).map(({ kind, value }) => ({
    kind,
    label: word(brief.language, kind),
    value: value.slice(0, contentLimits.lineText),
  }));
  return [{ id: newBlockId(), type: "event", role: "facts", facts }];
}

function pointsOf(brief: Brief): Block[] {
  if (brief.points.length === 0) return [];
  const items = brief.points.slice(0, contentLimits.listItems).map(pointOf);
  return [{ id: newBlockId(), type: "list", role: "points", ordered: brief.isOrdered, items }];
}

/** A point that ends in an address becomes a link under its own words. */
function pointOf(point: string): Inline[] {
  const link = extractFacts(point).find((fact) => fact.kind === "url" && fact.end === point.length);
  const title = link ? point.slice(0, link.start).replace(/[\s:,–—→(-]+$/u, "") : "";
  const href = link && title ? safeUrl(hrefOf(link)) : null;
  return href === null ? linkify(point) : [{ type: "text", text: title, href }];
}

function buttonOf(brief: Brief): Block[] {
  if (!brief.button) return [];
  const href = safeUrl(brief.button.href);
  if (href === null) return [];
  const label = brief.button.label ?? word(brief.language, labelFor(brief.text, href));
  return [{ id: newBlockId(), type: "button", role: "cta", label: capitalise(label).slice(0, 60), href }];
}

const labels: [FixedWord, RegExp][] = [
  ["donate", /(?<![\p{L}])(donat\p{L}*|doa\p{L}*|donativo)(?![\p{L}])/iu],
  ["register", /(?<![\p{L}])(regist\p{L}*|sign[- ]?up|rsvp|inscri\p{L}*|inscrev\p{L}*)(?![\p{L}])/iu],
  ["book", /(?<![\p{L}])(book|reserve|reserva\p{L}*|seats?|tickets?|vagas?|lugares|ingressos?)(?![\p{L}])/iu],
  [
    "order",
    /(?<![\p{L}])(order|shop|buy|sale|discount|pre-?order|encomend\p{L}*|compr\p{L}*|loja|desconto|promoção)(?![\p{L}])/iu,
  ],
  ["watch", /(?<![\p{L}])(watch|video|livestream|assist\p{L}*|vídeo)(?![\p{L}])/iu],
  ["download", /(?<![\p{L}])(download|pdf|e-?book|baix\p{L}*|descarreg\p{L}*)(?![\p{L}])/iu],
  ["read", /(?<![\p{L}])(read|article|blog|report|story|le[ri]a?|artigo|relatório)(?![\p{L}])/iu],
];

/** What a button to this address says, going by what the text is about. */
export function labelFor(text: string, href: string): FixedWord {
  if (href.startsWith("mailto:")) return "write";
  if (href.startsWith("tel:")) return "call";
  return labels.find(([, pattern]) => pattern.test(text))?.[0] ?? "visit";
}

/** The panel's facts or the first sentence that the subject does not say already. */
function preheaderOf(brief: Brief): string {
  const facts = brief.panel.map((entry) => entry.value).join(" · ");
  const sentence = splitSentences(brief.lead ?? brief.paragraphs[0] ?? "")[0] ?? "";
  const topic = topicSaysMore(brief) ? `${capitalise(brief.topic)}.` : "";
  return shorten(facts || sentence || topic || brief.points[0] || word(brief.language, "opening"), 130);
}

export function paragraphBlocks(paragraph: string): Block[] {
  const pieces: string[] = [];
  let rest = paragraph;
  while (rest.length > 4_000) {
    const cut = rest.lastIndexOf(" ", 4_000);
    pieces.push(rest.slice(0, cut > 0 ? cut : 4_000).toWellFormed());
    rest = rest.slice(cut > 0 ? cut + 1 : 4_000).toWellFormed();
  }
  return [...pieces, rest].map((text) => words("body", text));
}

export function words(role: BlockRole, text: string, style?: "lead" | "small" | "kicker"): Block {
  return { id: newBlockId(), type: "text", role, content: linkify(text), ...(style ? { style } : {}) };
}

/** Nothing that the person gave gets lost: a fact that found no place so far is said in a line of its own. */
function withMissingFacts(document: NewsletterDocument, brief: Brief): NewsletterDocument {
  const shown = shownText(document);
  const missing = brief.facts.filter(
    (fact) =>
      fact.kind !== "name" &&
      fact.kind !== "quote" &&
      !shown.includes(fact.text.toLowerCase()) &&
      fact.text !== brief.audience,
  );
  const dictated = [brief.subject, brief.preheader, brief.audience]
    .filter((text) => text !== null)
    .join("\n")
    .toLowerCase();
  const lines = [...new Set(missing.map((fact) => fact.text))].filter(
    (text) => !dictated.includes(text.toLowerCase()),
  );
  if (lines.length === 0) return document;
  const at = document.blocks.findIndex((block) => block.role === "cta" || block.role === "closing");
  const extra = words("body", lines.join(" · "));
  return { ...document, blocks: [...document.blocks.slice(0, at), extra, ...document.blocks.slice(at)] };
}

/** Everything that a reader sees or can follow, lower-cased. */
export function shownText(document: NewsletterDocument): string {
  const parts: string[] = [document.meta.subject, document.meta.preheader];
  const inline = (runs: readonly Inline[] | undefined) => {
    if (!runs) return;
    parts.push(plainText(runs));
    for (const run of runs) if (run.type !== "break" && run.href) parts.push(run.href);
  };
  const read = (block: Block) => {
    switch (block.type) {
      case "heading":
      case "text":
        inline(block.content);
        return;
      case "quote":
        inline(block.content);
        parts.push(block.attribution ?? "");
        return;
      case "list":
        for (const item of block.items) inline(item);
        return;
      case "button":
        parts.push(block.label, block.href, block.href.replace(/^mailto:|^tel:/, ""));
        return;
      case "event":
        parts.push(block.title ?? "", ...block.facts.map((fact) => fact.value));
        return;
      case "image":
        parts.push(block.alt, block.src);
        return;
      case "columns":
        for (const column of block.columns) for (const inner of column.blocks) read(inner);
        return;
      default:
        return;
    }
  };
  for (const block of document.blocks) read(block);
  return parts.join("\n").toLowerCase();
}

/** Lower-cases the first word when it is a common one; names keep their capital. */
function lowerFirst(topic: string): string {
  return /^(?:The|A|An|Our|My|We|This|That|These|It|You|O|A|Os|As|Um|Uma|Nosso|Nossa|Nossos|Nossas|Este|Esta|Temos|Vamos)(?=\s)/u.test(
    topic,
  )
    ? topic.charAt(0).toLowerCase() + topic.slice(1)
    : topic;
}

/** How many facts of each kind a person could still give, for the closing word of an answer. */
export function missingForEvent(brief: Brief): ("date" | "place" | "link")[] {
  const kinds = new Set(brief.panel.map((entry) => entry.kind));
  const isDated = kinds.has("date") || extractFacts(brief.topic).some((fact) => fact.kind === "date");
  return [
    ...(brief.kind === "event" && !isDated ? (["date"] as const) : []),
    ...(brief.kind === "event" && !kinds.has("place") ? (["place"] as const) : []),
    ...(brief.button === null ? (["link"] as const) : []),
  ];
}
