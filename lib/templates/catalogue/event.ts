import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import type { TemplateLocale, TemplateSource } from "../template-schema";
import { button, footer, heading, letterhead, list, picture, text, writeDocument } from "./write-template";

type Words = {
  subject: string;
  preheader: string;
  host: string;
  note: string;
  alt: string;
  kicker: string;
  headline: string;
  lead: string;
  facts: Extract<Block, { type: "event" }>["facts"];
  cta: string;
  programTitle: string;
  program: string[];
  body: string;
  closing: string;
  footer: string;
};

const words: Record<TemplateLocale, Words> = {
  en: {
    subject: "You are invited: an evening among moving type",
    preheader: "Thursday, 11 March, 18:30. Forty seats, one press, a print to take home.",
    host: "Evenings at the Press",
    note: "Spring 2027",
    alt: "Rows of seats around a stage, one of them marked in amber",
    kicker: "You are invited",
    headline: "An evening among moving type",
    lead: "Set a line by hand, ink it, pull it, and go home with a print that did not exist at six o’clock. No experience needed, {{firstName|dear reader}}; clean hands are optional.",
    facts: [
      { kind: "date", label: "Date", value: "Thursday, 11 March 2027" },
      { kind: "time", label: "Time", value: "18:30 to 21:00, doors at 18:00" },
      { kind: "place", label: "Place", value: "The Old Paper Mill, second floor, Lisbon" },
      { kind: "price", label: "Price", value: "€18, with your own print" },
      { kind: "seats", label: "Seats", value: "40, at four tables" },
    ],
    cta: "Reserve a seat",
    programTitle: "How the evening goes",
    program: [
      "**A short walk** past the cases, to meet the letters you will use",
      "**An hour at the table**, where each of you sets one line",
      "**The press**, and the sound that everybody remembers",
      "**Bread, cheese and prints**, while the ink dries",
    ],
    body: "The room is reached by lift, and the tables suit wheelchairs. If you need anything else to be comfortable, reply to this message and we will see to it.",
    closing: "If you cannot come any more, tell us by Tuesday and your seat goes to the next in line.",
    footer: "Evenings at the Press happen on the second Thursday of the month.",
  },
  pt: {
    subject: "Um convite: uma noite entre tipos móveis",
    preheader: "Quinta-feira, 11 de março, 18h30. Quarenta lugares, uma prensa, uma gravura para levar.",
    host: "Noites na Prensa",
    note: "Março de 2027",
    alt: "Fileiras de cadeiras em volta de um palco, uma delas marcada em âmbar",
    kicker: "Um convite",
    headline: "Uma noite entre tipos móveis",
    lead: "Componha uma linha à mão, passe a tinta, puxe a alavanca e leve para casa uma impressão que às seis da tarde não existia. Não é preciso experiência, {{firstName|cara leitora, caro leitor}}; mãos limpas são opcionais.",
    facts: [
      { kind: "date", label: "Data", value: "Quinta-feira, 11 de março de 2027" },
      { kind: "time", label: "Horário", value: "18h30 às 21h, portas abertas às 18h" },
      { kind: "place", label: "Local", value: "Antiga Fábrica de Papel, 2º andar, São Paulo" },
      { kind: "price", label: "Preço", value: "R$ 90, com a sua própria impressão" },
      { kind: "seats", label: "Lugares", value: "40, em quatro mesas" },
    ],
    cta: "Reservar um lugar",
    programTitle: "Como será a noite",
    program: [
      "**Um passeio curto** pelas gavetas, para conhecer as letras que você vai usar",
      "**Uma hora à mesa**, em que cada pessoa compõe uma linha",
      "**A prensa** e o som de que todo mundo se lembra",
      "**Pão, queijo e impressões**, enquanto a tinta seca",
    ],
    body: "Chega-se à sala de elevador, e as mesas servem a cadeiras de rodas. Se precisar de mais alguma coisa para ficar à vontade, responda a esta mensagem e nós cuidamos disso.",
    closing: "Se não puder mais vir, avise até terça-feira, e o seu lugar passa para quem está na fila.",
    footer: "As Noites na Prensa acontecem na segunda quinta-feira do mês.",
  },
};

function write(locale: TemplateLocale): NewsletterDocument {
  const w = words[locale];
  const blocks: Block[] = [
    letterhead(w.host, w.note, "band"),
    { ...picture("picture", "event-seats.png", w.alt, 600, 340), wide: true },
    text({ id: "kicker", role: "kicker" }, w.kicker, "kicker"),
    heading(1, { id: "headline", role: "headline" }, w.headline),
    text({ id: "lead", role: "lead" }, w.lead, "lead"),
    { id: "facts", role: "facts", type: "event", facts: w.facts },
    button("cta", w.cta, "https://example.com/events/evening"),
    heading(2, { id: "program-title", role: "story-title" }, w.programTitle),
    list({ id: "points", role: "points" }, true, w.program),
    text({ id: "body", role: "body" }, w.body),
    { id: "rule", type: "divider", style: "line" },
    text({ id: "closing", role: "closing" }, w.closing, "small"),
    footer(w.footer),
  ];
  return writeDocument(locale, { palette: "marigold", typeface: "modern" }, w, blocks);
}

export const event: TemplateSource = {
  slug: "event",
  category: "event",
  pro: false,
  name: { en: "Event", pt: "Evento" },
  description: {
    en: "An invitation that answers everything at a glance: what, when, where, how much, and how to come.",
    pt: "Um convite que responde a tudo de relance: o quê, quando, onde, quanto e como participar.",
  },
  document: { en: write("en"), pt: write("pt") },
};
