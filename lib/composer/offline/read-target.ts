import { unquote } from "./phrase";

/** What on the paper somebody may name. */
export type Part =
  | "headline"
  | "lead"
  | "picture"
  | "quote"
  | "button"
  | "list"
  | "facts"
  | "kicker"
  | "greeting"
  | "closing"
  | "signature"
  | "divider"
  | "paragraph";
/** `index` counts from 1; -1 is the last; `about` finds it by a word in it. */
export type Target = { part: Part; index?: number; about?: string };

export const headlineNames = "headline|title|heading|título|titulo|manchete|cabeçalho";

const partNames: [Part, string][] = [
  ["headline", headlineNames],
  ["lead", "lead|intro(?:duction)?|opening|introdução|abertura"],
  ["picture", "pictures?|images?|photos?|illustration|imagem|imagens|foto|fotografia|ilustração|figura"],
  ["quote", "quotes?|quotation|testimonial|citação|depoimento"],
  ["button", "buttons?|cta|call to action|botão|botao"],
  ["list", "lists?|bullets?|bullet points?|points|lista|tópicos|pontos"],
  [
    "facts",
    "facts?|details?|event (?:box|panel|block|details)|panel|box|table|dados|detalhes|quadro|painel|caixa",
  ],
  ["kicker", "kicker|eyebrow|label|etiqueta|chapéu"],
  ["greeting", "greeting|salutation|saudação|cumprimento"],
  ["closing", "closing|sign-?off|ending|closing line|questions line|fecho|encerramento|despedida"],
  ["signature", "signature|assinatura"],
  ["divider", "divider|line|rule|separator|divisória|linha|separador"],
  ["paragraph", "paragraphs?|text|sentence|section|part|parágrafo|paragrafo|texto|frase|secção|seção|parte"],
];
const ordinals: [number, string][] = [
  [1, "first|1st|primeir[oa]"],
  [2, "second|2nd|segund[oa]"],
  [3, "third|3rd|terceir[oa]"],
  [4, "fourth|4th|quart[oa]"],
  [-1, "last|final|últim[oa]"],
];

/** The part of the paper that some words name, or null. */
export function readTarget(words: string): Target | null {
  const text = words.trim();
  for (const [part, names] of partNames) {
    const match = new RegExp(
      `(?<![\\p{L}])(?:${names})(?![\\p{L}])(?:\\s+(?:about|on|with|that mentions|mentioning|saying|sobre|com|que fala de|que menciona)\\s+(?<about>.{2,80}))?`,
      "iu",
    ).exec(text);
    if (!match) continue;
    const index = ordinals.find(([, name]) =>
      new RegExp(`(?<![\\p{L}])(?:${name})(?![\\p{L}])`, "iu").test(text),
    )?.[0];
    const about = match.groups?.about
      ? unquote(match.groups.about.replace(/^(?:the|o|a)\s+/iu, ""))
      : undefined;
    return { part, ...(index === undefined ? {} : { index }), ...(about ? { about } : {}) };
  }
  return null;
}
