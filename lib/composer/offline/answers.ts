import type { Language } from "./language";

type Say = Record<string, (...values: string[]) => string>;

/** What the offline composer says in the conversation. Plain sentences, no promises. */
const english = {
  self: () => "I'm Galley's offline composer, not a language model: I work by rule, with your own words. ",
  who: () =>
    "I'm Galley's offline composer, not a language model. I lay out newsletters from what you tell me, by rule and without a network, and I understand changes such as “shorter”, “make the headline …”, “add a button to …”, “remove the quote”, “another template” or “in Portuguese”. With an OpenAI key set, a language model takes my place.",
  help: () =>
    "Tell me what the issue is about, with names, dates, prices and links as they should stand. Afterwards ask for changes: “shorter”, “make the headline …”, “change the button to …”, “add a paragraph saying …”, “remove the picture”, “another template”, “in Portuguese”, “undo”. Then “choose list VIP”, “check it”, “send me a test”, “send it”.",
  ask: () =>
    "What is this issue about? One sentence is enough; a date, a place, a price or a link help if you have them.",
  start: (name) => `Here it comes, on the template “${name}”.`,
  done: (subject) => `The draft is on the paper, under the subject “${subject}”.`,
  missingDate: () => "date",
  missingPlace: () => "place",
  missingLink: () => "link for a button",
  missing: (list) => ` I found no ${list} in your brief, so there is none; tell me and I'll add it.`,
  kept: () => " Every other word is yours; I added only a greeting line here and there.",
  audienceHint: (who) => ` When it reads well, say who gets it; you mentioned ${who}.`,
  otherLanguage: () => " I write only English and Portuguese.",
  headline: () => "The headline is changed.",
  subject: () => "The subject is changed.",
  preheader: () => "The preview line is changed.",
  buttonChanged: () => "The button is changed.",
  buttonAdded: () => "The button is in.",
  buttonNoUrl: () =>
    "Where should the button lead? Give me the address, as in: add a button to https://example.org.",
  removed: (what) => `The ${what} is gone. “Undo” brings it back.`,
  moved: () => "Moved.",
  cannotMove: () => "It stands at the edge already.",
  notFound: (what) => `There is no ${what} on the paper.`,
  added: () => "Added.",
  replaced: () => "Replaced.",
  noSuchWords: (what) => `I did not find “${what}” on the paper, so nothing is changed.`,
  factChanged: () => "The detail is changed.",
  shorter: () => "It is shorter now; every date, price, place and link is still there.",
  shortest: () =>
    "Every sentence that is left carries something you told me. Name what may go, and I'll take it out.",
  longer: () =>
    "I added a line or two that hold for any issue. For more, I need facts from you: I don't make any up.",
  longest: () => "I have nothing to add that you did not say. Tell me more, and I'll write it in.",
  template: (name) => `It stands on the template “${name}” now, with your words as they were.`,
  templateSame: (name) => `It stands on the template “${name}” already.`,
  switched: (language) => `The fixed lines, labels and the footer are in ${language} now.`,
  notTranslated: (count, language) =>
    ` I can't translate your own words: ${count} ${count === "1" ? "block stands" : "blocks stand"} as you wrote ${count === "1" ? "it" : "them"}. Click ${count === "1" ? "it" : "them"} on the paper to write ${count === "1" ? "it" : "them"} in ${language}.`,
  undone: () => "Taken back.",
  personal: () => "It greets everyone by first name now, and “there” stands in where none is known.",
  subjects: () => "Some subject lines, made of your own words. Pick one, or write your own.",
  noDraft: () => "There is no draft yet. Tell me what the issue is about first.",
  lists: () => "Here are your lists. Choose who gets it.",
  noLists: () => "There are no lists yet. You can choose everyone, or import contacts first.",
  noSuchList: (name) => `I found no list called “${name}”. Here are the ones there are.`,
  chosen: (count) =>
    `${count} people would get it as things stand. Say “check it”, “send me a test” or “send it” when you are ready.`,
  ready: () => "The check found nothing in the way.",
  findings: () => "The check found something; it is listed above.",
  tested: (to) => `A test is on its way to ${to}.`,
  testOnlySelf: () =>
    "I only send tests to your own address. For others, use “Send a test” on the campaign's page.",
  proposed: () => "Here is exactly what would be sent. Nothing leaves until you confirm it on the card.",
  needAudience: () => "First choose who gets it.",
  thanks: () => "You're welcome. Tell me when something should change.",
  unclear: () =>
    "I did not understand that change. I know “shorter”, “make the headline …”, “change the button to …”, “add a paragraph saying …”, “replace … with …”, “remove …”, “move … up”, “another template”, “in Portuguese” and “undo”. You can also click any text on the paper.",
  refused: (reason) => `That did not work: ${reason}`,
} satisfies Say;

const portuguese: Record<keyof typeof english, (...values: string[]) => string> = {
  self: () =>
    "Sou o compositor offline do Galley, não um modelo de linguagem: trabalho por regras, com as suas palavras. ",
  who: () =>
    "Sou o compositor offline do Galley, não um modelo de linguagem. Monto newsletters a partir do que você me diz, por regras e sem rede, e entendo mudanças como “mais curto”, “mude o título para …”, “adicione um botão para …”, “remova a citação”, “outro modelo” ou “em inglês”. Com uma chave da OpenAI configurada, um modelo de linguagem fica no meu lugar.",
  help: () =>
    "Diga-me sobre o que é a edição, com nomes, datas, preços e links como devem ficar. Depois peça mudanças: “mais curto”, “mude o título para …”, “mude o botão para …”, “acrescente um parágrafo dizendo …”, “remova a imagem”, “outro modelo”, “em inglês”, “desfazer”. Em seguida: “escolha a lista VIP”, “verifique”, “envie-me um teste”, “envie”.",
  ask: () => "Sobre o que é esta edição? Uma frase basta; data, local, preço ou link ajudam, se houver.",
  start: (name) => `Aqui vai, no modelo “${name}”.`,
  done: (subject) => `O rascunho está no papel, com o assunto “${subject}”.`,
  missingDate: () => "data",
  missingPlace: () => "local",
  missingLink: () => "link para um botão",
  missing: (list) => ` Não encontrei ${list} no seu pedido, por isso não há; diga-me e eu acrescento.`,
  kept: () => " Todas as outras palavras são suas; só acrescentei uma linha aqui e ali.",
  audienceHint: (who) => ` Quando estiver bom, diga quem recebe; você mencionou ${who}.`,
  otherLanguage: () => " Só escrevo em português e inglês.",
  headline: () => "O título está mudado.",
  subject: () => "O assunto está mudado.",
  preheader: () => "A linha de pré-visualização está mudada.",
  buttonChanged: () => "O botão está mudado.",
  buttonAdded: () => "O botão está no papel.",
  buttonNoUrl: () =>
    "Para onde deve levar o botão? Dê-me o endereço, por exemplo: adicione um botão para https://example.org.",
  removed: (what) => `Removi: ${what}. “Desfazer” traz de volta.`,
  moved: () => "Movido.",
  cannotMove: () => "Já está na ponta.",
  notFound: (what) => `Não há ${what} no papel.`,
  added: () => "Acrescentado.",
  replaced: () => "Substituído.",
  noSuchWords: (what) => `Não encontrei “${what}” no papel; nada mudou.`,
  factChanged: () => "O detalhe está mudado.",
  shorter: () => "Está mais curto; todas as datas, preços, locais e links continuam lá.",
  shortest: () => "Cada frase que resta traz algo que você me disse. Diga o que pode sair, e eu tiro.",
  longer: () =>
    "Acrescentei uma ou duas linhas que valem para qualquer edição. Para mais, preciso de fatos seus: eu não invento.",
  longest: () => "Não tenho nada a acrescentar que você não tenha dito. Conte-me mais, e eu escrevo.",
  template: (name) => `Está agora no modelo “${name}”, com as suas palavras como estavam.`,
  templateSame: (name) => `Já está no modelo “${name}”.`,
  switched: (language) => `As linhas fixas, os rótulos e o rodapé estão agora em ${language}.`,
  notTranslated: (count, language) =>
    ` Não sei traduzir as suas palavras: ${count} ${count === "1" ? "bloco fica" : "blocos ficam"} como você escreveu. Clique no papel para escrever em ${language}.`,
  undone: () => "Desfeito.",
  personal: () => "Agora cumprimenta cada pessoa pelo primeiro nome; onde não há nome, fica “a todos”.",
  subjects: () => "Algumas ideias de assunto, feitas com as suas palavras. Escolha uma ou escreva a sua.",
  noDraft: () => "Ainda não há rascunho. Diga-me primeiro sobre o que é a edição.",
  lists: () => "Estas são as suas listas. Escolha quem recebe.",
  noLists: () => "Ainda não há listas. Pode escolher todos, ou importar contatos primeiro.",
  noSuchList: (name) => `Não encontrei uma lista chamada “${name}”. Estas são as que existem.`,
  chosen: (count) =>
    `${count} pessoas receberiam, como está agora. Diga “verifique”, “envie-me um teste” ou “envie” quando quiser.`,
  ready: () => "A verificação não encontrou nada que impeça.",
  findings: () => "A verificação encontrou algo; está na lista acima.",
  tested: (to) => `Um teste está a caminho de ${to}.`,
  testOnlySelf: () =>
    "Só envio testes para o seu próprio endereço. Para outros, use “Enviar um teste” na página da campanha.",
  proposed: () => "Isto é exatamente o que seria enviado. Nada sai antes da sua confirmação no cartão.",
  needAudience: () => "Primeiro escolha quem recebe.",
  thanks: () => "De nada. Diga-me quando algo tiver de mudar.",
  unclear: () =>
    "Não entendi essa mudança. Conheço “mais curto”, “mude o título para …”, “mude o botão para …”, “acrescente um parágrafo dizendo …”, “troque … por …”, “remova …”, “mova … para cima”, “outro modelo”, “em inglês” e “desfazer”. Também pode clicar em qualquer texto do papel.",
  refused: (reason) => `Não deu certo: ${reason}`,
};

export type AnswerKey = keyof typeof english;

export function answer(language: Language, key: AnswerKey, ...values: string[]): string {
  const sentence: (...values: string[]) => string = (language === "pt" ? portuguese : english)[key];
  return sentence(...values);
}

/** Why a tool refused, in plain words. */
const reasons: Record<string, Record<Language, string>> = {
  step_no_draft_yet: { en: "there is no draft yet.", pt: "ainda não há rascunho." },
  step_no_audience_yet: { en: "first choose who gets it.", pt: "primeiro escolha quem recebe." },
  step_already_sent: {
    en: "this issue was sent already. Start a new conversation for the next one.",
    pt: "esta edição já foi enviada. Comece uma nova conversa para a próxima.",
  },
  step_scheduled: {
    en: "it is scheduled. Call the schedule off first.",
    pt: "está agendada. Cancele primeiro o agendamento.",
  },
  nothing_to_undo: { en: "there is nothing to take back.", pt: "não há nada para desfazer." },
  undo_in_the_way: {
    en: "a later change touched the same place. Take that one back first.",
    pt: "uma mudança posterior mexeu no mesmo lugar. Desfaça essa primeiro.",
  },
  plan_required_campaigns: {
    en: "campaigns need a higher plan.",
    pt: "campanhas precisam de um plano superior.",
  },
  plan_required_pro_templates: {
    en: "that template needs a higher plan.",
    pt: "esse modelo precisa de um plano superior.",
  },
  forbidden: { en: "your role here does not allow it.", pt: "a sua função aqui não permite." },
  newsletter_changed_elsewhere: {
    en: "somebody changed the same place at this moment. Say it again.",
    pt: "alguém mudou o mesmo lugar neste momento. Diga de novo.",
  },
  stopped: { en: "you stopped me.", pt: "você me parou." },
};

export function reasonFor(language: Language, reason: string): string {
  return (
    reasons[reason]?.[language] ??
    (language === "pt" ? "algo não encaixou. Nada se perdeu." : "something did not fit. Nothing was lost.")
  );
}
