export type Language = "en" | "pt";

const portuguese =
  /(?<![\p{L}])(o|os|um|uma|uns|umas|de|do|da|dos|das|em|no|na|nos|nas|para|por|pelo|pela|com|sem|que|não|sim|é|são|está|estão|foi|ser|ao|aos|à|às|e|ou|mas|mais|muito|nosso|nossa|nossos|nossas|meu|minha|seu|sua|isto|isso|este|esta|esse|essa|quero|preciso|gostaria|faz|faça|muda|mude|troca|troque|adiciona|adicione|acrescenta|acrescente|remove|remova|tira|tire|envia|envie|manda|mande|escreve|escreva|cria|crie|anuncia|anuncie|anunciar|convida|convide|convidar|olá|obrigado|obrigada|botão|título|assunto|imagem|citação|lista|clientes|todos|quem|recebe|verifica|teste|mim|hoje|amanhã|mês|dia|horas|sobre|boletim|nova|novo|vai|vamos|temos|você|desfaz|desfazer|curto|curta|longo|longa|outro|outra|modelo|português|inglês|grátis|desconto)(?![\p{L}])/giu;
const english =
  /(?<![\p{L}])(the|an|of|in|on|at|to|for|from|with|without|and|or|but|not|is|are|was|were|be|will|would|can|we|our|us|you|your|they|it|this|that|these|those|my|me|i|please|make|change|add|remove|write|create|announce|invite|tell|send|about|new|newsletter|customers|members|everyone|who|what|when|where|how|have|has|shorter|longer|headline|button|subject|picture|quote|undo|free|by|all|get|up|out|if|as)(?![\p{L}])/giu;
const onlyPortuguese = /[ãõ]|ç|(?<![\p{L}])(não|é|são|à|às|você|olá)(?![\p{L}])/giu;

/** The language that a text is in, as far as English and Portuguese go; null when nothing tells. */
export function detectLanguage(text: string): Language | null {
  const words = text.replace(/https?:\/\/\S+|\S+@\S+/g, " ");
  const pt = count(words, portuguese) + 2 * count(words, onlyPortuguese);
  const en = count(words, english);
  if (pt === en) return null;
  return pt > en ? "pt" : "en";
}

/** A language that somebody asks for: “in Portuguese”, “em inglês”, “traduz para português”. */
export function askedLanguage(text: string): Language | "other" | null {
  const asked =
    /(?<![\p{L}])(?:in|into|to|em|para|pro|language:|idioma:|língua:)\s+(?:brazilian |european |british |american |o )?(portuguese|português|portugues|english|inglês|ingles|spanish|espanhol|french|francês|german|alemão|italian|italiano)(?![\p{L}])/iu.exec(
      text,
    );
  const name = asked?.[1]?.toLowerCase();
  if (!name) return null;
  if (name.startsWith("portug")) return "pt";
  return /^(english|inglês|ingles)$/.test(name) ? "en" : "other";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
