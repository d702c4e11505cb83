import { extractFacts, type Fact, hrefOf } from "./facts";
import { askedLanguage, detectLanguage, type Language } from "./language";
import { capitalise, headlineFrom, isLink, occasionOf, splitSentences, unquote } from "./phrase";

export type BriefKind = "event" | "announcement" | "digest" | "letter";

/** A brief, taken apart. Every word of the person that is not an instruction to us is in one of these. */
export type Brief = {
  /** As it was written. */
  text: string;
  language: Language;
  kind: BriefKind;
  /** What it is about, in the person's words; "" when they did not say. */
  topic: string;
  headline: string;
  /** Set when the person dictated it. */
  subject: string | null;
  preheader: string | null;
  /** The opening sentence when the person wrote whole sentences; else null and the topic is framed. */
  lead: string | null;
  paragraphs: string[];
  points: string[];
  isOrdered: boolean;
  quotes: { text: string; attribution: string | null }[];
  /** What a panel of facts can show, as the person wrote it. */
  panel: { kind: "date" | "time" | "place" | "price" | "seats"; value: string }[];
  button: { label: string | null; href: string } | null;
  audience: string | null;
  facts: Fact[];
  /** Languages that were asked for and that we do not have. */
  unknownLanguage: boolean;
};

const field = (names: string) => new RegExp(`^(?:[-*•]\\s*)?(?:${names})\\s*[:=]\\s*(.+)$`, "iu");
const subjectLine = field("subject(?: line)?|assunto");
const preheaderLine = field("preheader|preview(?: text)?|pré-cabeçalho|pre-cabeçalho");
const headlineLine = field("headline|title|heading|título|titulo|manchete");
const audienceLine = field("audience|to|for|público|publico|destinatários|para");
const buttonLine = field("button|cta|call to action|botão|botao");
const panelLines: [Brief["panel"][number]["kind"], RegExp][] = [
  ["date", field("date|when|day|data|quando|dia")],
  ["time", field("time|hour|hours|hora|horas|horário|horario")],
  ["place", field("place|where|venue|location|local|lugar|onde|morada|endereço")],
  ["price", field("price|cost|tickets?|entry|admission|preço|preco|valor|ingressos?|bilhetes?|entrada")],
  ["seats", field("seats|places|capacity|spots|lugares|vagas|capacidade")],
];

const opener = new RegExp(
  [
    "^(?:hi|hello|hey|olá|ola|oi|bom dia|boa tarde|boa noite)(?:\\s+(?:there|galley))?[,.!:\\s]+",
    "^(?:please|pls|por favor|se faz favor)[,\\s]+",
    "^(?:can|could|would|will) you (?:please )?",
    "^(?:i(?:'d| would) (?:like|love)|i want|i need|we need|we want|we(?:'d| would) like)(?: you)?(?: to (?=\\p{L}))?\\s*",
    "^(?:preciso(?: de)?|quero|queremos|gostaria de|precisamos(?: de)?|você pode|pode|podes)\\s+",
    "^(?:help me|ajuda-me a|me ajude a|ajude-me a)\\s+",
    "^(?:to\\s+)?(?:write|create|compose|draft|make|prepare|build|produce|generate|do|design|escrev(?:er|a|e)|cri(?:ar|a|e)|fa(?:zer|z|ça)|prepar(?:ar|a|e)|mont(?:ar|a|e)|redigi(?:r|a)|redige)(?: me| us| -me)?\\s+(?=(?:a|an|the|our|my|another|some|this|um|uma|o|a|nosso|nossa|meu|minha|next|short|quick|newsletter|e-?mail|announcement|invitation|boletim|convite)(?![\\p{L}]))",
    "^(?:an?|the|our|my|another|this|um|uma|o|a|nosso|nossa|meu|minha)?\\s*(?:(?:short|quick|brief|nice|friendly|formal|monthly|weekly|new|small|simple|next|curt[oa]|brev[e]|simples|mensal|semanal|nov[oa]|pequen[oa])\\s+)*(?:news ?letter|e-?mail|mail|mailing|message|announcement|invitation|note|issue|edition|update|post|boletim(?: informativo)?|newsletter|mensagem|anúncio|comunicado|convite|informativo|edição)\\s+(?:(?:that |que )?(?:is |é )?(?:about|on|for|announcing|to announce|introducing|inviting (?:\\p{L}+ ){0,4}to|to invite (?:\\p{L}+ ){0,4}to|with|saying that|saying|that says|telling (?:\\p{L}+ ){0,3}(?:about|that)|covering|regarding|sobre|para anunciar|anunciando|para convidar (?:\\p{L}+ ){0,4}para|a anunciar|a dizer que|dizendo que|com|acerca d[eoa]|para)\\s+)?",
    "^(?:about|on|regarding|sobre)\\s+",
    "^(?:announce|introduce|present|promote|share|publicise|publicize|anuncia(?:r)?|anuncie|apresenta(?:r)?|apresente|divulga(?:r)?|divulgue|promove(?:r)?|promova|partilha(?:r)?|compartilhe)\\s+(?:that\\s+|que\\s+)?",
    "^(?:tell|inform|let)\\s+(?:\\p{L}+\\s+){1,4}?(?:about|that|know that|know about|know)\\s+",
    "^(?:diz|diga|informa|informe|avisa|avise|conta|conte)\\s+(?:(?:a|à|ao|aos|às)\\s+(?:\\p{L}+\\s+){1,4}?)?(?:que|sobre)\\s+",
    "^(?:write|send|escrev(?:a|e|er)|envi(?:a|e|ar))\\s+(?:to|a|para|aos|às|ao|à)\\s+(?:\\p{L}+\\s+){0,4}?\\p{L}+\\s*[:,]\\s*(?:that\\s+|que\\s+)?",
    "^(?:invite|convida(?:r)?|convide)\\s+(?:(?!to\\s|para\\s)[\\p{L}'’]+\\s+){0,6}?(?:to|for|para)\\s+",
    "^(?:remind|lembra(?:r)?|lembre)\\s+(?:(?!about|that|of|que|d[eoa])[\\p{L}'’]+\\s+){0,4}?(?:about|that|of|que|d[eoa])\\s+",
  ].join("|"),
  "iu",
);
const instruction =
  /^(?:please |pls |por favor,? )?(?:(?:keep|make) (?:it|this|the (?:tone|text|e-?mail|newsletter|copy)|everything)\b.{0,80}|(?:use|write in|in) an? [\p{L} ,-]{3,40} (?:tone|voice|style)|(?:tone|style|tom|estilo)\s*:.{0,80}|(?:keep|be) (?:short|brief|concise|friendly|formal|warm)\b.{0,40}|not too (?:long|formal)\b.{0,30}|(?:write|answer|reply) (?:it )?in (?:portuguese|english)|in (?:portuguese|english)(?: please)?|(?:escrev[ea]|responde|responda)? ?em (?:português|portugues|inglês|ingles)|mant(?:ém|enha) .{0,60}|us[ea] um tom .{0,60}|tom [\p{L}]{3,20}|curto e .{0,30}|no emojis?|sem emojis?|thanks?|thank you|obrigad[oa]|cheers)[.!]*$/iu;
const buttonSentence =
  /^(?:please |and |e )?(?:add|put|include|with|use|adiciona|adicione|inclu[aei]|põe|coloque|com) (?:a |an |the |um |uma |o )?(?:button|cta|link|call to action|botão|botao)(?<label> .{1,80}?)?(?: (?:to|linking to|pointing to|that (?:goes|leads) to|for|para|que leva (?:a|para)|:))?$/iu;
const audiencePhrase =
  /\s*(?:,\s*)?(?<![\p{L}])(?:to|for|para|aos|às|a)\s+((?:(?:all|our|the|my|every|todos|todas|os|as|nossos|nossas|meus)\s+)*(?:[\p{L}-]+\s+){0,2}?(?:customers?|subscribers?|members?|clients?|readers?|contacts?|volunteers?|donors?|users?|clientes|assinantes|subscritores|membros|sócios|leitores|contatos|contactos|voluntários|doadores|usuários)(?:\s+(?:vip|list|lista))?)(?=[\s.,;:!]|$)/iu;

const eventWords =
  /(?<![\p{L}])(workshops?|webinars?|events?|meet-?ups?|conference|concert|party|dinner|lunch|breakfast|class|course|open day|fair|exhibition|tasting|talk|festival|gala|screening|seminar|retreat|invit(?:e|ed|ation)|oficina|evento|encontro|conferência|concerto|show|jantar|almoço|aula|curso|feira|exposição|festa|palestra|seminário|convite|convida[rm]?|convide|inauguração|vernissage)(?![\p{L}])/iu;
const digestWords =
  /(?<![\p{L}])(digest|round-?up|monthly|weekly|this (?:week|month)'?s?|highlights|news from|links? of|reading list|resumo|destaques|novidades d[oa]|semanal|mensal|leituras|notícias d[oa])(?![\p{L}])/iu;
const letterWords =
  /(?<![\p{L}])(letter|thank(?:s| you| our)?|sorry|apolog\p{L}*|personal|note from|goodbye|farewell|condolences|carta|agradec\p{L}*|obrigad[oa]s?|desculp\p{L}*|despedida|pessoal)(?![\p{L}])/iu;

/** Takes a brief apart by rule. `fallback` is the language of the person's settings, for briefs that tell nothing. */
export function readBrief(raw: string, fallback: Language): Brief {
  const text = raw
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+\n/g, "\n")
    .trim();
  const asked = askedLanguage(text);
  const language = asked === "en" || asked === "pt" ? asked : (detectLanguage(text) ?? fallback);
  const brief: Brief = {
    text,
    language,
    kind: kindOf(text),
    topic: "",
    headline: "",
    subject: null,
    preheader: null,
    lead: null,
    paragraphs: [],
    points: [],
    isOrdered: false,
    quotes: [],
    panel: [],
    button: null,
    audience: null,
    facts: extractFacts(text),
    unknownLanguage: asked === "other",
  };
  const prose = readLines(text, brief);
  readProse(prose, brief);
  fillPanel(brief);
  return brief;
}

/** Whether the person said next to nothing, so that one question is better than a page of air. */
export function saysNothing(brief: Brief): boolean {
  const words =
    `${brief.topic} ${brief.paragraphs.join(" ")} ${brief.points.join(" ")}`.match(/[\p{L}\p{N}]{2,}/gu) ??
    [];
  const isVague =
    /^(?:something|anything|a newsletter|newsletter|an? e-?mail|e-?mail|stuff|it|this|that|news|update|help|test(?:e|ing)?|alg[uo](?:ma coisa)?|um boletim|uma newsletter|boletim|isto|isso|novidades|nothing|nada)?[.!?\s]*$/iu.test(
      brief.topic,
    );
  return (
    brief.facts.length === 0 &&
    brief.points.length === 0 &&
    (words.length < 2 || (isVague && words.length < 4))
  );
}

function kindOf(text: string): BriefKind {
  const bullets = text.split("\n").filter((line) => bullet.test(line)).length;
  if (digestWords.test(text) && !eventWords.test(text.slice(0, 120))) return "digest";
  if (/(?<![\p{L}])(letter|carta)(?![\p{L}])/iu.test(text)) return "letter";
  if (eventWords.test(text)) return "event";
  if (letterWords.test(text.slice(0, 200).replace(/(?:thanks|thank you|obrigad[oa])[.!\s]*$/iu, "")))
    return "letter";
  const links = text.match(/https?:\/\//g)?.length ?? 0;
  return bullets >= 3 && links >= 3 ? "digest" : "announcement";
}

const bullet = /^\s*(?:[-*•‣–]|\d{1,2}[.)])\s+(?=\S)/u;

/** Takes the lines that say what they are out of the text; the rest is prose, in paragraphs. */
function readLines(text: string, brief: Brief): string[] {
  const paragraphs: string[] = [""];
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed === "") {
      paragraphs.push("");
    } else if (!takeField(trimmed, brief)) {
      if (bullet.test(line)) {
        brief.isOrdered ||= /^\s*\d/.test(line);
        brief.points.push(trimmed.replace(bullet, "").trim());
        paragraphs.push("");
      } else {
        paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1) ?? ""} ${trimmed}`.trim();
      }
    }
  }
  return paragraphs.filter((paragraph) => paragraph !== "");
}

function takeField(line: string, brief: Brief): boolean {
  const value = (pattern: RegExp) => pattern.exec(line)?.[1]?.trim();
  const subject = value(subjectLine);
  const preheader = value(preheaderLine);
  const headline = value(headlineLine);
  const button = value(buttonLine);
  const audience = /\p{L}/u.test(line) && line.length < 80 ? value(audienceLine) : undefined;
  if (subject) brief.subject = unquote(subject);
  else if (preheader) brief.preheader = unquote(preheader);
  else if (headline) brief.headline = unquote(headline);
  else if (button) brief.button = buttonFrom(button, brief.facts);
  else {
    const panel = panelLines.find(([, pattern]) => pattern.test(line));
    if (panel && line.length < 160) {
      brief.panel.push({ kind: panel[0], value: value(panel[1]) ?? "" });
      return true;
    }
    if (!audience) return false;
    brief.audience = audience.replace(/[.,;]+$/, "");
  }
  return true;
}

function buttonFrom(value: string, facts: readonly Fact[]): Brief["button"] {
  const link = facts.find((fact) => isLink(fact) && value.includes(fact.text));
  if (!link) return null;
  const label = unquote(
    value
      .replace(link.text, "")
      .replace(/(?:->|→|=>|\(|\)|[-–—:,])+\s*$/u, "")
      .replace(/\s+(?:to|para|at|em)\s*$/iu, "")
      .trim(),
  );
  return { label: label || null, href: hrefOf(link) };
}

function readProse(paragraphs: readonly string[], brief: Brief): void {
  const [first = "", ...others] = paragraphs;
  const sentences = splitSentences(first);
  const opening = sentences.shift() ?? "";
  const stripped = takeAudience(stripOpeners(opening), brief);
  const isInstructed = stripped !== opening;
  const isTitle =
    !isInstructed &&
    sentences.length === 0 &&
    others.length > 0 &&
    opening.length <= 110 &&
    !/[.:;]$/.test(opening);
  const rest = [sentences.join(" "), ...others]
    .map((paragraph) => contentOf(paragraph, brief))
    .filter(Boolean);
  for (const paragraph of rest) takeQuote(paragraph, brief);
  brief.button ??= firstLink(brief);
  brief.topic = stripEnd(withoutSignpost(stripped, brief));
  const occasion = occasionOf(brief.topic);
  if (occasion) {
    brief.headline ||= occasion.headline;
    brief.topic = occasion.rest;
  }
  const isWhole =
    isClause(brief.topic) ||
    /(?<![\p{L}])(?:that|que)\s*$/iu.test(opening.slice(0, opening.indexOf(stripped)));
  brief.headline ||= isTitle ? brief.topic : headlineFrom(brief.topic, isWhole);
  if (!occasion) {
    if (!isInstructed && !isTitle && isSentence(opening))
      brief.lead = sentenceOf(withoutSignpost(opening, brief));
    else if (isInstructed && isWhole && brief.topic) brief.lead = sentenceOf(brief.topic);
  }
  if (isTitle && brief.lead === null && brief.paragraphs.length > 0)
    brief.lead = brief.paragraphs.shift() ?? null;
  brief.paragraphs = brief.paragraphs.map((paragraph) => withoutSignpost(paragraph, brief)).filter(Boolean);
}

function sentenceOf(text: string): string {
  const trimmed = capitalise(text.trim());
  return /[.!?…:"”»)]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** “Sign up at …” and the like before the address that the button leads to: the button says it. */
function withoutSignpost(text: string, brief: Brief): string {
  const link = brief.facts.find((fact) => isLink(fact) && brief.button?.href === hrefOf(fact));
  if (!link || !text.replace(/[.!\s]+$/u, "").endsWith(link.text)) return text;
  const before = text.replace(/[.!\s]+$/u, "").slice(0, -link.text.length);
  const without = before.replace(
    /(?:^|[\s,;.–—-]+)(?:(?:and|or|e)\s+)?(?:please\s+)?(?:sign(?:ing)? up|register(?: now| here)?|rsvp|book(?: now| it)?|order(?: now)?|buy|tickets?|more(?: info(?:rmation)?| details)?|details|info|read(?: more| it| on)?|see|visit|download(?: it)?|get it|apply|jobs|questions|dúvidas|inscrições|inscriç(?:ão|ões)|inscreva-se|reservas?|mais(?: informações| detalhes)?|saiba mais|bilhetes|ingressos|leia(?: mais)?|veja|baixe|compre|link)?\s*(?:at|on|here|via|from|to|em|no|na|aqui|por)?\s*[:→(-]*\s*$/iu,
    "",
  );
  return without === before ? text : without === "" ? "" : without + (/[.!?…]$/u.test(without) ? "" : ".");
}

/** What of a paragraph is for readers: orders to us are taken out and obeyed elsewhere. */
function contentOf(paragraph: string, brief: Brief): string {
  return splitSentences(paragraph)
    .filter((sentence) => {
      if (instruction.test(sentence)) return false;
      const link = brief.facts.find((fact) => isLink(fact) && sentence.includes(fact.text));
      const asked = buttonSentence.exec(
        (link ? sentence.replace(link.text, "") : sentence).replace(/[.!\s:]+$/u, "").replace(/\s{2,}/g, " "),
      );
      if (!asked) return true;
      const label = asked.groups?.label
        ?.trim()
        .replace(/^(?:saying|labelled|labeled|called|that says|with|dizendo|que diz|com o texto)\s+/iu, "");
      if (link) brief.button = { label: label ? unquote(label) : null, href: hrefOf(link) };
      return false;
    })
    .join(" ");
}

function takeQuote(paragraph: string, brief: Brief): void {
  const said =
    /^[“"«]([^”"»]{12,600}?)[,.]?[”"»][,.]?\s*(?:(?:says|said|explains|adds|diz|disse|afirma|explica|–|—|-)\s*)+([\p{Lu}][^.]{1,120})\.?$/u.exec(
      paragraph,
    );
  if (said?.[1] && said[2]) brief.quotes.push({ text: said[1].trim(), attribution: said[2].trim() });
  else brief.paragraphs.push(paragraph);
}

function fillPanel(brief: Brief): void {
  const have = new Set(brief.panel.map((entry) => entry.kind));
  for (const kind of ["date", "time", "place", "price"] as const) {
    const found = brief.facts.filter((fact) => fact.kind === kind);
    const only = found.length === 1 || (found.length > 1 && brief.kind === "event") ? found[0] : undefined;
    if (!have.has(kind) && only && !only.text.includes("%"))
      brief.panel.push({ kind, value: capitalise(only.text) });
  }
  const order = ["date", "time", "place", "price", "seats"];
  brief.panel.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function firstLink(brief: Brief): Brief["button"] {
  const links = brief.facts.filter(isLink);
  const link = links.find((fact) => fact.kind === "url") ?? links[0];
  return link && !(brief.kind === "digest" && brief.points.length > 1)
    ? { label: null, href: hrefOf(link) }
    : null;
}

/** The words after instructions such as “please announce that”. */
function stripOpeners(sentence: string): string {
  let text = sentence.trim().replace(/[,\s]+(?:please|por favor)[.!]*$/iu, "");
  for (let pass = 0; pass < 8; pass += 1) {
    const next = text.replace(opener, "").trim();
    if (next === text || next === "") return next === "" ? "" : text;
    text = next;
  }
  return text;
}

function takeAudience(sentence: string, brief: Brief): string {
  const match = audiencePhrase.exec(sentence);
  if (!match?.[1]) return sentence;
  brief.audience ??= match[1].trim();
  return `${sentence.slice(0, match.index)}${sentence.slice(match.index + match[0].length)}`.trim();
}

function isSentence(text: string): boolean {
  return /[.!?…]["”»)]?$/u.test(text) || isClause(text) || text.length > 90;
}

const verb =
  /(?<![\p{L}])(is|are|was|were|will|has|have|had|can|opens|starts?|begins?|launch(?:es|ed)?|arrives?|ends|closes|needs?|comes?|moves?|runs|turns|becomes?|returns|offers|gets|joins|celebrates?|hosts|holds|ships|costs?|includes?|brings|sells|hires?|ran|won|'re|'s|'ll|’re|’s|’ll|am|moved|moving|opened|opening|é|são|está|estão|foi|vai|vamos|tem|temos|abre|abrimos|abriu|começa|lança|lançamos|chega|chegou|termina|fecha|precisa|precisamos|mudou|mudamos)(?![\p{L}])/iu;

function isClause(topic: string): boolean {
  const start = topic.split(/\s+/).slice(0, 9).join(" ");
  return (
    verb.test(start) &&
    /^(?:we|our|i|you|the|a|an|it|there|this|nós|o|os|as|um|uma|nosso|nossa|eu|há|\p{Lu})/u.test(topic) &&
    (topic.match(/\S+/g)?.length ?? 0) >= 4
  );
}

function stripEnd(text: string): string {
  return text.replace(/[\s.!,;:]+$/u, "").trim();
}
