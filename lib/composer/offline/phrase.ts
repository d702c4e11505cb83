import { extractFacts, type Fact, hrefOf } from "./facts";
import type { Language } from "./language";

export function isLink(fact: Fact): boolean {
  return fact.kind === "url" || fact.kind === "email";
}

const occasions: [RegExp, Record<Language, string>][] = [
  [/^(?:thank[- ]?you|thanks|de agradecimento)$/iu, { en: "Thank you", pt: "O nosso agradecimento" }],
  [/^(?:apology|de desculpas?)$/iu, { en: "We are sorry", pt: "Pedimos desculpas" }],
  [/^(?:goodbye|farewell|de despedida)$/iu, { en: "Goodbye", pt: "Até breve" }],
  [/^(?:welcome|de boas-vindas)$/iu, { en: "Welcome", pt: "Boas-vindas" }],
];

/** “A thank-you letter to …”: the occasion is the headline, and there is no topic to frame. */
export function occasionOf(topic: string): { headline: string; rest: string } | null {
  const english =
    /^(?:an? |the )?(?:short |warm |kind )?(?<what>thank[- ]?you|thanks|apology|goodbye|farewell|welcome)\s+(?:letter|note|e-?mail|message|newsletter)(?<rest>\s.*)?$/iu.exec(
      topic,
    );
  const portuguese =
    /^(?:uma? )?(?:breve |curta )?(?:carta|nota|mensagem|e-?mail)\s+(?<what>de (?:agradecimento|desculpas?|despedida|boas-vindas))(?<rest>\s.*)?$/iu.exec(
      topic,
    );
  const found = english ?? portuguese;
  const what = found?.groups?.what;
  if (!what) return null;
  const headline = occasions.find(([pattern]) => pattern.test(what))?.[1][english ? "en" : "pt"] ?? "";
  const reason = /^\s*(?:for|pel[oa]s?|por)\s/iu.test(found.groups?.rest ?? "")
    ? (found.groups?.rest ?? "")
    : "";
  return {
    headline: `${headline}${reason}`.slice(0, 110),
    rest: reason ? "" : (found.groups?.rest ?? "").trim(),
  };
}

/** The words before the first fact, so that a headline names the thing and not its price; a short sentence is kept whole. */
export function headlineFrom(topic: string, isWhole: boolean): string {
  const facts = extractFacts(topic).filter((fact) => !["name", "quantity", "quote"].includes(fact.kind));
  const onlyLink = facts.find((fact) => isLink(fact) && fact.text.length >= topic.length - 1);
  if (onlyLink) return URL.parse(hrefOf(onlyLink))?.hostname.replace(/^www\./u, "") ?? topic;
  if (isWhole) {
    const [clause = topic] = topic.length > 70 ? topic.split(/[,;:–—]\s|\s+-\s+/u) : [topic];
    const isFitting = clause.length >= 12 && clause.length <= 76;
    return capitalise(
      isFitting
        ? clause
        : shorten(trimLinkWords(topic.slice(0, facts[0]?.start ?? topic.length)) || topic, 70),
    );
  }
  const before = trimLinkWords(topic.slice(0, facts[0]?.start ?? topic.length));
  const whole = before.match(/[\p{L}\p{N}]+/gu)?.length ? before : trimLinkWords(topic);
  const clause = whole.length > 70 ? (whole.split(/[,;:–—]|\s+-\s+/u)[0] ?? whole) : whole;
  return capitalise(trimLinkWords(shorten(clause.length >= 12 ? clause : whole, 70)));
}

export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = [...text].slice(0, limit).join("");
  return cut.replace(/\s+\S*$/u, "").replace(/[\s,;:.–—-]+$/u, "") || cut;
}

function trimLinkWords(text: string): string {
  let words = text.trim();
  for (;;) {
    const next = words
      .replace(
        /(?:^|[\s,;:.–—(-]+)(?:on|at|in|for|from|by|with|and|of|this|next|the|to|em|no|na|nos|nas|dia|a|às|as|de|do|da|para|com|e|por|o|until|até|starting|starts?|begins?|opens|runs|is|are|começa|é|abre|costs?|custa|at only|só)?[\s,;:.–—(-]*$/iu,
        "",
      )
      .trim();
    if (next === words || next === "") return next === "" ? words : next;
    words = next;
  }
}

export function splitSentences(paragraph: string): string[] {
  return paragraph
    .split(
      /(?<!(?<![\p{L}])(?:Dr|Mr|Mrs|Ms|Prof|St|Sr|Sra|Dra|Eng|No|Nr|vs|e\.g|i\.e|etc|p\.ex|Av|approx|ca)\.)(?<=[.!?…]["”»)]?)\s+(?=["“«(]?[\p{Lu}\p{Extended_Pictographic}¿¡])/u,
    )
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

export function capitalise(text: string): string {
  return text.replace(
    /^(["“«(]*)(\p{Ll})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

export function unquote(text: string): string {
  return text
    .trim()
    .replace(/^["“«'‘]([\s\S]*)["”»'’]$/u, "$1")
    .trim();
}
