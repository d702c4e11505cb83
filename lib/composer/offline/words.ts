import type { Language } from "./language";

/**
 * Every sentence that the offline composer puts into a newsletter by itself. Each holds for any brief: none claims anything that the
 * person did not say. `{topic}` is the person's own words.
 */
export const fixedWords = {
  en: {
    kickerEvent: "Invitation",
    kickerNews: "News",
    kickerDigest: "In this issue",
    leadEvent: "You are invited: {topic}.",
    leadNews: "We have something to share with you: {topic}.",
    leadDigest: "A short read on what is new.",
    leadLetter: "A few words from us about {topic}.",
    leadLink: "This page may be of interest to you: {topic}",
    greeting: "Hello {{firstName|there}},",
    closing: "Questions? Reply to this e-mail.",
    closingLong: "If someone comes to mind who would like to read this, feel free to pass it on.",
    opening: "Here is what you need to know, in short.",
    details: "The details",
    date: "When",
    time: "Time",
    place: "Where",
    price: "Price",
    seats: "Places",
    read: "Read more",
    visit: "Have a look",
    register: "Sign up",
    book: "Book your place",
    order: "Order now",
    donate: "Donate",
    watch: "Watch",
    download: "Download",
    write: "Write to us",
    call: "Call us",
    free: "Free",
  },
  pt: {
    kickerEvent: "Convite",
    kickerNews: "Novidade",
    kickerDigest: "Nesta edição",
    leadEvent: "Este é um convite: {topic}.",
    leadNews: "Temos uma novidade para contar: {topic}.",
    leadDigest: "Uma leitura breve sobre o que há de novo.",
    leadLetter: "Algumas palavras nossas sobre {topic}.",
    leadLink: "Esta página pode interessar a você: {topic}",
    greeting: "Olá {{firstName|a todos}},",
    closing: "Dúvidas? Responda a este e-mail.",
    closingLong: "Se conhece alguém que gostaria de ler isto, encaminhe à vontade.",
    opening: "O essencial, em poucas palavras.",
    details: "Os detalhes",
    date: "Quando",
    time: "Horário",
    place: "Onde",
    price: "Preço",
    seats: "Lugares",
    read: "Ler mais",
    visit: "Ver mais",
    register: "Fazer inscrição",
    book: "Reservar lugar",
    order: "Encomendar",
    donate: "Fazer uma doação",
    watch: "Assistir",
    download: "Baixar",
    write: "Escrever para nós",
    call: "Ligar",
    free: "Grátis",
  },
} as const;

export type FixedWord = keyof (typeof fixedWords)["en"];

export function word(language: Language, key: FixedWord): string {
  return fixedWords[language][key];
}

/** A fixed sentence around the person's words. */
export function frame(language: Language, key: FixedWord, topic: string): string {
  return fixedWords[language][key].replace("{topic}", () => topic);
}

const keys = Object.keys(fixedWords.en) as FixedWord[];

/** The same fixed words in the other language, or null when the words are not ours. What stands in a frame's place stays. */
export function switchWords(text: string, to: Language): string | null {
  const from = to === "en" ? "pt" : "en";
  for (const key of keys) {
    const own = fixedWords[from][key];
    if (own === text) return fixedWords[to][key];
    const [before, after] = own.split("{topic}");
    if (before === undefined || after === undefined) continue;
    if (text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length) {
      return frame(to, key, text.slice(before.length, text.length - after.length));
    }
  }
  return null;
}

/** Whether a text is one of our own sentences, in either language. */
export function isFixed(text: string): boolean {
  return switchWords(text, "en") !== null || switchWords(text, "pt") !== null;
}
