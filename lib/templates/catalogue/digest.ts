import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import type { TemplateLocale, TemplateSource } from "../template-schema";
import { footer, heading, letterhead, list, picture, text, writeDocument } from "./write-template";

type Story = { title: string; words: string; link: string; alt: string };
type Words = {
  subject: string;
  preheader: string;
  title: string;
  note: string;
  lead: string;
  kicker: string;
  stories: [Story, Story, Story];
  also: string;
  links: string[];
  quote: string;
  attribution: string;
  closing: string;
  footer: string;
};

const words: Record<TemplateLocale, Words> = {
  en: {
    subject: "The proofreader who kept every mistake",
    preheader: "Also: why dots still matter, and the mark that nobody can name.",
    title: "The Margin",
    note: "Issue 48 · Five minutes on print, type and words",
    lead: "Good morning, {{firstName|reader}}. This week: sixty years of corrections in one drawer, a picture made of nothing but dots, and a mark that everybody knows and hardly anyone can name.",
    kicker: "The long read",
    stories: [
      {
        title: "The proofreader who kept every mistake",
        words:
          "When Amália Reis retired, her desk held eleven thousand slips: each one an error caught before the press ran. Read in order, they tell the history of a newspaper, and of what its writers could not quite bring themselves to spell.",
        link: "[Read the story](https://example.com/stories/proofreader) · 8 minutes",
        alt: "A galley proof with one line marked in amber and corrections by pen",
      },
      {
        title: "A picture made of dots",
        words:
          "Halftone fooled the eye long before pixels did. A short lesson in how little ink an image needs.",
        link: "[Look closer](https://example.com/stories/halftone)",
        alt: "A sphere drawn with halftone dots",
      },
      {
        title: "What is that mark called?",
        words: "It opens paragraphs, hides in every document and has a name worth knowing at dinner.",
        link: "[Find out](https://example.com/stories/pilcrow)",
        alt: "A pilcrow, the sign for a paragraph",
      },
    ],
    also: "Also worth your time",
    links: [
      "[A catalogue of every street sign in Porto](https://example.com/links/signs), drawn by one person over four winters",
      "[Why book spines read downwards](https://example.com/links/spines), except in the places where they do not",
      "[Twelve minutes of a Linotype at work](https://example.com/links/linotype), with sound",
    ],
    quote: "Type is a voice. You notice it only when it is wrong for the words.",
    attribution: "A compositor’s saying",
    closing:
      "That is all for this week. If something made you stop, reply and tell us; we read every letter.",
    footer: "The Margin comes out on Fridays.",
  },
  pt: {
    subject: "A revisora que guardou todos os erros",
    preheader: "E ainda: por que os pontos importam e o sinal que ninguém sabe nomear.",
    title: "A Margem",
    note: "Edição 48 · Cinco minutos sobre impressão, tipos e palavras",
    lead: "Bom dia, {{firstName|leitor}}. Nesta semana: sessenta anos de correções em uma gaveta, uma imagem feita só de pontos e um sinal que todo mundo conhece e quase ninguém sabe nomear.",
    kicker: "Para ler com calma",
    stories: [
      {
        title: "A revisora que guardou todos os erros",
        words:
          "Quando Amália Reis se aposentou, sua mesa guardava onze mil tiras de papel: cada uma, um erro apanhado antes de a máquina rodar. Lidas em ordem, contam a história de um jornal e daquilo que seus redatores nunca conseguiram soletrar.",
        link: "[Ler a reportagem](https://example.com/stories/proofreader) · 8 minutos",
        alt: "Uma prova tipográfica com uma linha marcada em âmbar e correções à caneta",
      },
      {
        title: "Uma imagem feita de pontos",
        words:
          "A retícula enganava os olhos muito antes dos pixels. Uma aula breve sobre quão pouca tinta uma imagem pede.",
        link: "[Ver de perto](https://example.com/stories/halftone)",
        alt: "Uma esfera desenhada com pontos de retícula",
      },
      {
        title: "Como se chama este sinal?",
        words: "Ele abre parágrafos, esconde-se em todo documento e tem um nome que rende conversa.",
        link: "[Descobrir](https://example.com/stories/pilcrow)",
        alt: "Um caldeirão, o sinal de parágrafo",
      },
    ],
    also: "Também vale o seu tempo",
    links: [
      "[Um catálogo de todas as placas de rua do Porto](https://example.com/links/signs), desenhado por uma só pessoa em quatro invernos",
      "[Por que as lombadas se leem de cima para baixo](https://example.com/links/spines), menos onde é ao contrário",
      "[Doze minutos de uma linotipo em ação](https://example.com/links/linotype), com som",
    ],
    quote: "O tipo é uma voz. Só se repara nela quando não combina com as palavras.",
    attribution: "Ditado de tipógrafo",
    closing: "Por hoje é só. Se algo fez você parar, responda e conte; lemos todas as cartas.",
    footer: "A Margem sai às sextas-feiras.",
  },
};

function write(locale: TemplateLocale): NewsletterDocument {
  const w = words[locale];
  const [first, second, third] = w.stories;
  const blocks: Block[] = [
    letterhead(w.title, w.note, "ruled"),
    text({ id: "lead", role: "lead" }, w.lead, "lead"),
    picture("picture", "digest-galley.png", first.alt, 520, 240),
    text({ id: "kicker", role: "kicker" }, w.kicker, "kicker"),
    heading(1, { id: "headline", role: "headline" }, first.title),
    text({ id: "body", role: "body" }, first.words),
    text({ id: "story-link", role: "story-link" }, first.link),
    { id: "rule-1", type: "divider", style: "line" },
    {
      id: "stories",
      type: "columns",
      columns: [
        { id: "story-column-1", blocks: column(1, "digest-halftone.png", second) },
        { id: "story-column-2", blocks: column(2, "digest-pilcrow.png", third) },
      ],
    },
    { id: "rule-2", type: "divider", style: "line" },
    heading(2, { id: "also", role: "story-title" }, w.also),
    list({ id: "points", role: "points" }, false, w.links),
    {
      id: "quote",
      role: "quote",
      type: "quote",
      content: [{ type: "text", text: w.quote }],
      attribution: w.attribution,
    },
    text({ id: "closing", role: "closing" }, w.closing),
    footer(w.footer),
  ];
  return writeDocument(locale, { palette: "ink", typeface: "classic" }, w, blocks);
}

function column(number: 1 | 2, src: string, story: Story) {
  return [
    picture(`story-picture-${number}`, src, story.alt, 248, 164),
    heading(3, { id: `story-title-${number}`, role: "story-title" }, story.title),
    text({ id: `story-${number}`, role: "story" }, story.words),
    text({ id: `story-link-${number}`, role: "story-link" }, story.link),
  ];
}

export const digest: TemplateSource = {
  slug: "digest",
  category: "digest",
  pro: true,
  name: { en: "Digest", pt: "Seleção" },
  description: {
    en: "A small paper of its own: one long read, two short ones, a few links and a line to remember.",
    pt: "Um pequeno jornal: uma leitura longa, duas curtas, alguns links e uma frase para guardar.",
  },
  document: { en: write("en"), pt: write("pt") },
};
