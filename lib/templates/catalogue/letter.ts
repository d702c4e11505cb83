import type { Block, NewsletterDocument } from "@/lib/content/document-schema";
import type { TemplateLocale, TemplateSource } from "../template-schema";
import { footer, heading, picture, text, writeDocument } from "./write-template";

type Words = {
  subject: string;
  preheader: string;
  alt: string;
  headline: string;
  greeting: string;
  lead: string;
  body: [string, string];
  link: string;
  closing: string;
  signature: string;
  postscript: string;
  footer: string;
};

const words: Record<TemplateLocale, Words> = {
  en: {
    subject: "A short note before the year gets busy",
    preheader: "What we learned, what we are changing, and one question for you.",
    alt: "A green postage stamp with an amber sun over waves",
    headline: "A short note before the year gets busy",
    greeting: "Dear {{firstName|friend}},",
    lead: "I promised to write when there was something worth your time, and not before. There are two things now.",
    body: [
      "The first is a thank-you. Last winter we asked what you would change, and three hundred of you answered. Most of you asked for the same thing: fewer choices, explained better. So we have taken the price list from four pages to one, and every line on it now says what it is for.",
      "The second is a question. We would like to open on Saturdays, but only if it helps. If there is one morning in the month when you would come by, which is it? Just reply to this letter; it reaches me, not a form.",
    ],
    link: "The new price list is [here, on a single page](https://example.com/prices). If something on it is unclear, that is our fault, and I would like to know.",
    closing: "Thank you for reading this far, and for staying with us.",
    signature: "**Marta Quintela**\\\nOwner, Casa do Papel",
    postscript: "P.S. The kettle offer stands. Bring the cup you like.",
    footer: "You can always answer: replies to this address are read by a person.",
  },
  pt: {
    subject: "Um bilhete antes que o ano engrene",
    preheader: "O que aprendemos, o que vamos mudar e uma pergunta para você.",
    alt: "Um selo verde com um sol âmbar sobre ondas",
    headline: "Um bilhete antes que o ano engrene",
    greeting: "{{firstName|Olá}},",
    lead: "Prometi escrever quando houvesse algo que valesse o seu tempo, e não antes. Agora há duas coisas.",
    body: [
      "A primeira é um agradecimento. No inverno passado perguntamos o que você mudaria, e trezentas pessoas responderam. Quase todas pediram o mesmo: menos opções, mais bem explicadas. Por isso a tabela de preços passou de quatro páginas para uma, e cada linha agora diz para que serve.",
      "A segunda é uma pergunta. Gostaríamos de abrir aos sábados, mas só se isso ajudar. Se houver uma manhã no mês em que você viria, qual seria? É só responder a esta carta; ela chega a mim, não a um formulário.",
    ],
    link: "A nova tabela está [aqui, em uma única página](https://example.com/prices). Se algo não estiver claro, a culpa é nossa, e eu gostaria de saber.",
    closing: "Obrigada por ler até aqui e por continuar conosco.",
    signature: "**Marta Quintela**\\\nProprietária, Casa do Papel",
    postscript: "P.S. O convite para o café continua de pé. Traga a xícara de que mais gosta.",
    footer: "Você sempre pode responder: quem lê este endereço é uma pessoa.",
  },
};

function write(locale: TemplateLocale): NewsletterDocument {
  const w = words[locale];
  const blocks: Block[] = [
    picture("picture", "letter-stamp.png", w.alt, 92, 110),
    heading(2, { id: "headline", role: "headline" }, w.headline),
    text({ id: "greeting", role: "greeting" }, w.greeting),
    text({ id: "lead", role: "lead" }, w.lead),
    text({ id: "body", role: "body" }, w.body[0]),
    text({ id: "body-2", role: "body" }, w.body[1]),
    text({ id: "story-link", role: "cta" }, w.link),
    text({ id: "closing", role: "closing" }, w.closing),
    text({ id: "signature", role: "signature" }, w.signature),
    text({ id: "postscript", role: "closing" }, w.postscript, "small"),
    footer(w.footer),
  ];
  return writeDocument(locale, { palette: "forest", typeface: "classic" }, w, blocks);
}

export const letter: TemplateSource = {
  slug: "letter",
  category: "letter",
  pro: false,
  name: { en: "Plain letter", pt: "Carta simples" },
  description: {
    en: "A letter from one person to another: words, a signature, nothing in the way.",
    pt: "Uma carta de uma pessoa para outra: palavras, assinatura, nada no caminho.",
  },
  document: { en: write("en"), pt: write("pt") },
};
