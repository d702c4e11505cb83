/** What must survive from a brief, each with its kind and where it stands. */
export type FactKind =
  | "url"
  | "email"
  | "phone"
  | "date"
  | "time"
  | "price"
  | "place"
  | "quote"
  | "quantity"
  | "name";
export type Fact = { kind: FactKind; text: string; start: number; end: number };

const months =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro";
const weekdays =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|segunda(?:-feira)?|terça(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|sábado|domingo";
const day = "\\d{1,2}(?:st|nd|rd|th|º|\\.)?";
const dayOrRange = `${day}(?:\\s*(?:-|–|to|and|a|e|until|até)\\s*${day})?`;
const dateBody = [
  `(?:dias?\\s+)?${dayOrRange}\\s+(?:of\\s+|de\\s+)?(?:${months})(?![\\p{L}])(?:,?\\s+(?:de\\s+)?\\d{4})?`,
  `(?:${months})\\.?[ ]+${dayOrRange}(?!\\d|:)(?:,?\\s+\\d{4})?`,
  "\\d{4}-\\d{2}-\\d{2}",
  "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}",
].join("|");
const looseDate = `(?:next|this|coming|próxim[oa]|est[ea]|nest[ea])\\s+(?:${weekdays})(?![\\p{L}])|(?:${weekdays.replace(/\|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?=\|)/g, "")})(?![\\p{L}-])|tomorrow|amanhã|tonight|hoje à noite|(?:dia|dias)\\s+\\d{1,2}(?!\\d|[.,:/]\\d)|(?:${months})\\s+\\d{4}`;
const date = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${weekdays}),?\\s+)?(?:${dateBody})|(?<![\\p{L}\\d])(?:${looseDate})`,
  "giu",
);

const clock =
  "\\d{1,2}(?:(?:[.:]\\d{2})?\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)(?![\\p{L}])|:\\d{2}|h\\d{2}|h(?![\\p{L}]))";
const time = new RegExp(
  `(?<![\\p{L}\\d:/.])(?:(?:\\d{1,2}\\s*(?:-|–)\\s*)?${clock}(?:\\s*(?:-|–|to|till|until|às|as|a|até)\\s*${clock})?|noon|midnight|meio-dia|meia-noite)(?:\\s*(?:CET|CEST|GMT|UTC|BST|WET|WEST|EST|EDT|PST|PDT|BRT)(?![\\p{L}]))?`,
  "giu",
);
const amount = "\\d{1,3}(?:[.,  ]\\d{3})*(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const price = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:R\\$|US\\$|CA\\$|A\\$|\\$|€|£|¥|₹)\\s?(?:${amount})(?:\\s?[km](?![\\p{L}]))?|(?:EUR|USD|GBP|BRL|CHF)\\s(?:${amount})|(?:${amount})\\s?(?:€|£|EUR|USD|GBP|BRL|CHF|SEK|NOK|DKK|PLN|JPY|euros?|dollars?|dólares|reais|pounds|libras|kr)(?![\\p{L}])|\\d{1,3}(?:[.,]\\d+)?\\s?%(?:\\s(?:off|discount|de desconto))?)`,
  "giu",
);
const quantity =
  /(?<![\p{L}\d.,/:€$£-])\d{1,3}(?:[.,]\d{3})*\s+(?:(?:free|limited|more|new|mais|novos|novas)\s+)?(?:seats?|places?|spots?|tickets?|people|guests?|members?|minutes?|hours?|days?|weeks?|months?|years?|pages?|copies|lugares|lugar|vagas|vaga|bilhetes?|ingressos?|pessoas|participantes|convidados|minutos|horas|dias|semanas|meses|anos|páginas|exemplares|products?|produtos|recipes|receitas|stores?|lojas|km|kg)(?![\p{L}])/giu;
const url = /(?<![\p{L}\d@])(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu;
const bareDomain =
  /(?<![\p{L}\d@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|dev|app|co|eu|pt|br|uk|de|fr|es|it|nl|shop|store|studio|events?|info|me|art|cafe|example)(?:\/[^\s<>"“”«»]*)?(?![\p{L}\d@-])/giu;
const email =
  /(?<![\p{L}\d.])[a-z0-9](?:[a-z0-9._%+-]*[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}/giu;
const phone = /(?<![\p{L}\d/.-])\+\d[\d\s().-]{6,18}\d/gu;
const quoted = /“[^”\n]{3,600}”|«[^»\n]{3,600}»|"[^"\n]{3,600}"/gu;
const capital = "\\p{Lu}[\\p{L}\\p{N}'’&-]*";
const place = new RegExp(
  `(?<![\\p{L}])(?:at|in|em|no|na|nos|nas|@)[ ]+((?:(?:the|a|o)[ ]+)?${capital}(?:(?:[ ]+(?:of|the|de|da|do|das|dos))*[ ]+${capital}|[ ]+\\d{1,5}(?![\\p{L}\\d:%€.,/–-]|[ ]*(?:${months})))*(?:,[ ]+${capital}(?:[ ]+(?:${capital}))*)?)`,
  "gu",
);
const notAPlace = new RegExp(
  `^(?:the\\s+)?(?:${months}|${weekdays}|english|portuguese|inglês|português|spanish|i|q[1-4]|christmas|easter|natal|páscoa)(?![\\p{L}])`,
  "iu",
);
const name = new RegExp(
  `(?<![\\p{L}.])(${capital}(?:[ ]+(?:de|da|do|dos|das|van|von|of|${capital})){0,3}[ ]+${capital})`,
  "gu",
);

/** Every fact of a text, in order of standing; one stretch of text counts once, for the most telling kind. */
export function extractFacts(text: string): Fact[] {
  const found: Fact[] = [];
  const add = (kind: FactKind, start: number, raw: string) => {
    const trimmed =
      kind === "url"
        ? trimUrl(raw)
        : raw.replace(/[\s,;:]+$/u, "").replace(kind === "place" ? /\.$/u : /(?!)/u, "");
    const end = start + trimmed.length;
    if (
      trimmed === "" ||
      (kind !== "quote" &&
        found.some((fact) => fact.kind !== "quote" && start < fact.end && end > fact.start))
    )
      return;
    found.push({ kind, text: trimmed, start, end });
  };
  const addAll = (kind: FactKind, pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) add(kind, match.index, match[0]);
  };
  addAll("email", email);
  addAll("url", url);
  addAll("url", bareDomain);
  addAll("phone", phone);
  addAll("date", date);
  addAll("time", time);
  addAll("price", price);
  addAll("quantity", quantity);
  for (const match of text.matchAll(place)) {
    const words = match[1] ?? "";
    if (!notAPlace.test(words)) add("place", match.index + match[0].length - words.length, words);
  }
  addAll("quote", quoted);
  addAll("name", name);
  return found.sort((a, b) => a.start - b.start);
}

/** Punctuation that belongs to the sentence, not to the address. */
function trimUrl(raw: string): string {
  let address = raw.replace(/[.,;:!?'’*_~]+$/u, "");
  while (/[)\]}]$/u.test(address) && !hasOpening(address))
    address = address.slice(0, -1).replace(/[.,;:!?]+$/u, "");
  return address;
}

function hasOpening(address: string): boolean {
  const last = address.at(-1);
  const opening = last === ")" ? "(" : last === "]" ? "[" : "{";
  return address.split(opening).length >= address.split(last ?? ")").length;
}

/** An address that a link may have, from one as people write it. */
export function hrefOf(fact: Fact): string {
  if (fact.kind === "email") return `mailto:${fact.text}`;
  if (fact.kind === "phone") return `tel:${fact.text.replace(/[^\d+]/g, "")}`;
  return /^https?:\/\//i.test(fact.text) ? fact.text : `https://${fact.text}`;
}
