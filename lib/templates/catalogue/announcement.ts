import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import type { TemplateLocale, TemplateSource } from "../template-schema";
import { button, footer, heading, letterhead, list, picture, text, writeDocument } from "./write-template";

type Words = {
  subject: string;
  preheader: string;
  studio: string;
  note: string;
  alt: string;
  kicker: string;
  headline: string;
  lead: string;
  body: string;
  points: string[];
  cta: string;
  asides: [title: string, words: string][];
  closing: string;
  signature: string;
  footer: string;
};

const words: Record<TemplateLocale, Words> = {
  en: {
    subject: "We have moved somewhere with better light",
    preheader: "Same people, same presses, and windows at last. Come and see.",
    studio: "Prelo Studio",
    note: "News from the studio",
    alt: "A large ampersand on a type specimen, marked in amber",
    kicker: "A new address",
    headline: "We have moved somewhere with better light",
    lead: "After nine years in a basement, the studio has windows. From Monday, 1\u00A0March you will find us on the second floor of the old paper mill.",
    body: "What you know stays as it is: the same people, the same presses, the same number to call. What is new is room. There is a long table for proofs, a drying loft that no longer doubles as a kitchen, and a wall of samples that you are welcome to take home.",
    points: [
      "**Open studio** every Thursday from five, no appointment needed",
      "**Proofs by post** within two working days, anywhere in the country",
      "**Small runs** from fifty copies, on paper that you choose by touch",
    ],
    cta: "See the new studio",
    asides: [
      [
        "Finding us",
        "Take the stairs beside the bicycle shop. The blue door is ours, and it is nearly always open.",
      ],
      ["Bringing work", "A PDF is fine. A sketch on a napkin is fine too; we will ask the right questions."],
    ],
    closing: "Come by soon, {{firstName|friend}}. The kettle was the first thing we unpacked.",
    signature: "**Inês Duarte**\\\nand everyone at Prelo",
    footer: "Prelo Studio prints short things carefully.",
  },
  pt: {
    subject: "Mudamos para um lugar com mais luz",
    preheader: "A mesma equipe, as mesmas prensas e, enfim, janelas. Venha ver.",
    studio: "Estúdio Prelo",
    note: "Notícias do estúdio",
    alt: "Um grande “e” comercial em uma folha de tipos, marcado em âmbar",
    kicker: "Endereço novo",
    headline: "Mudamos para um lugar com mais luz",
    lead: "Depois de nove anos em um porão, o estúdio tem janelas. A partir de segunda-feira, 1º\u00A0de\u00A0março, estamos no segundo andar da antiga fábrica de papel.",
    body: "O que você conhece continua igual: a mesma equipe, as mesmas prensas, o mesmo telefone. A novidade é o espaço. Há uma mesa comprida para as provas, um sótão de secagem que já não serve de cozinha e uma parede de amostras que você pode levar para casa.",
    points: [
      "**Estúdio aberto** toda quinta-feira a partir das cinco, sem hora marcada",
      "**Provas pelo correio** em até dois dias úteis, para todo o país",
      "**Pequenas tiragens** a partir de cinquenta cópias, no papel que você escolher com as mãos",
    ],
    cta: "Conhecer o novo estúdio",
    asides: [
      [
        "Como chegar",
        "Suba a escada ao lado da loja de bicicletas. A porta azul é a nossa e quase sempre está aberta.",
      ],
      [
        "O que trazer",
        "Um PDF serve. Um rabisco no guardanapo também; as perguntas certas ficam por nossa conta.",
      ],
    ],
    closing: "Apareça logo, {{firstName|você que nos lê}}. A chaleira foi a primeira coisa a sair da caixa.",
    signature: "**Inês Duarte**\\\ne toda a equipe do Prelo",
    footer: "O Estúdio Prelo imprime coisas curtas com cuidado.",
  },
};

function write(locale: TemplateLocale): NewsletterDocument {
  const w = words[locale];
  const blocks: Block[] = [
    letterhead(w.studio, w.note, "plain"),
    { ...picture("picture", "announcement-specimen.png", w.alt, 600, 320), wide: true },
    text({ id: "kicker", role: "kicker" }, w.kicker, "kicker"),
    heading(1, { id: "headline", role: "headline" }, w.headline),
    text({ id: "lead", role: "lead" }, w.lead, "lead"),
    text({ id: "body", role: "body" }, w.body),
    list({ id: "points", role: "points" }, false, w.points),
    button("cta", w.cta, "https://example.com/studio"),
    { id: "rule", type: "divider", style: "line" },
    {
      id: "asides",
      type: "columns",
      columns: w.asides.map(([title, aside], index) => ({
        id: `aside-${index + 1}`,
        blocks: [
          heading(3, { id: `aside-title-${index + 1}`, role: "story-title" }, title),
          text({ id: `aside-text-${index + 1}`, role: "story" }, aside),
        ],
      })),
    },
    { id: "mark", type: "divider", style: "mark" },
    text({ id: "closing", role: "closing" }, w.closing),
    text({ id: "signature", role: "signature" }, w.signature),
    footer(w.footer),
  ];
  return writeDocument(locale, { palette: "indigo", typeface: "editorial" }, w, blocks);
}

export const announcement: TemplateSource = {
  slug: "announcement",
  category: "announcement",
  pro: false,
  name: { en: "Announcement", pt: "Anúncio" },
  description: {
    en: "One piece of news, told well: a picture, the story, what it means, one thing to do.",
    pt: "Uma novidade bem contada: imagem, história, o que muda e um só convite.",
  },
  document: { en: write("en"), pt: write("pt") },
};
