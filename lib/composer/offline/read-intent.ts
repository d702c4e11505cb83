import { extractFacts, hrefOf } from "./facts";
import { askedLanguage, type Language } from "./language";
import { isLink, unquote } from "./phrase";
import { headlineNames, readTarget, type Target } from "./read-target";

export type Intent =
  | {
      kind:
        | "who"
        | "help"
        | "undo"
        | "shorter"
        | "longer"
        | "personal"
        | "subjects"
        | "lists"
        | "check"
        | "send"
        | "thanks";
    }
  | { kind: "headline" | "subject" | "preheader" | "lead"; text: string }
  | { kind: "button"; label: string | null; href: string | null; isNew: boolean }
  | { kind: "remove"; target: Target }
  | {
      kind: "move";
      target: Target;
      where: "up" | "down" | "top" | "bottom" | { side: "before" | "after"; of: Target };
    }
  | { kind: "add"; text: string }
  | { kind: "addQuote"; text: string; attribution: string | null }
  | { kind: "replace"; from: string; to: string }
  | { kind: "fact"; fact: "date" | "time" | "place" | "price"; value: string }
  | { kind: "template"; name: string | null }
  | { kind: "language"; language: Language | "other" }
  | { kind: "audience"; everyone: boolean; list: string }
  | { kind: "test"; to: string | null }
  | { kind: "restart"; brief: string };

const please =
  /^(?:(?:and|then|now|ok(?:ay)?|please|pls|could you|can you|would you|e|agora|então|por favor|você pode|pode|podes|dá para)[,\s]+)+|[\s,]+(?:please|pls|por favor|thanks|thank you|obrigad[oa])[.!]*$/giu;

/** What a message asks to change, or null when it is none of the changes we know (a brief, or more to say). */
export function readIntent(raw: string, hasDraft: boolean): Intent | null {
  const text = raw.trim().replace(please, "").trim();
  const bare = text.replace(/[\s.!?…]+$/u, "");
  if (
    is(
      bare,
      /^(?:what|who) are you(?: really)?$|^are you (?:an? )?(?:real |human|ai|bot|robot|llm|language model|chat ?gpt|person|machine).*$|^is this (?:an? )?(?:ai|chat ?gpt|bot|llm).*$|^(?:o que|quem) (?:é|és) (?:você|tu)$|^(?:você|tu) (?:é|és) (?:um |uma )?(?:ia|robô|robo|humano|pessoa|máquina|modelo|chat ?gpt).*$|^(?:é|és) (?:um |uma )?(?:ia|robô|humano|pessoa|modelo de linguagem).*$/iu,
    )
  )
    return { kind: "who" };
  if (
    is(
      bare,
      /^(?:help|what can (?:you|i) (?:do|say|ask).*|how does this work|ajuda|o que (?:você )?(?:sabe|pode|consegue) fazer.*|como funciona(?: isto| isso)?)$/iu,
    )
  )
    return { kind: "help" };
  if (!hasDraft) return null;
  return readSteps(text, bare) ?? readChange(text, bare);
}

function readSteps(text: string, bare: string): Intent | null {
  if (
    is(
      bare,
      /^(?:thanks?|thank you|great|perfect|nice|good|cool|looks good|love it|ok(?:ay)?|obrigad[oa]|ótimo|otimo|perfeito|bom|boa|legal|gostei|certo)(?:[ ,]+(?:thanks?|thank you|so much|a lot|very much|muito|obrigad[oa]))*$/iu,
    )
  )
    return { kind: "thanks" };
  if (
    is(
      bare,
      /^(?:undo|undo (?:that|this|it|the last (?:change|one))|revert(?: that| it)?|take (?:that|it) back|go back|desfaz(?:er|e)?(?: isso| isto)?|desfaça(?: isso| isto)?|volt[ae] atrás|anul[ae](?:r)?(?: isso)?)$/iu,
    )
  )
    return { kind: "undo" };
  const test =
    /^(?:send|mail|e-?mail|envi[ae]|mand[ae])(?:[- ]?(?:me|mim))?(?: me)?(?: an?| um(?: e-?mail de)?)? (?:test|teste|proof|prova)(?: e-?mail| mail)?(?: (?:to|para|a)(?: me| mim)?)?\s*(?<to>\S+@\S+)?$|^(?:test send|send test|teste de envio)$/iu.exec(
      bare,
    );
  if (test) return { kind: "test", to: test.groups?.to ?? null };
  if (
    is(
      bare,
      /^(?:check(?: it| this| everything| the newsletter)?|run (?:a |the )?(?:check|pre-?flight)(?: check)?|pre-?flight|is (?:it|this) ready|verifi(?:ca|que|car)(?: tudo| isso| isto)?|confere|confira|revis[ae]|está pront[oa])$/iu,
    )
  )
    return { kind: "check" };
  if (
    is(
      bare,
      /^(?:send(?: it| this| now| it now| the newsletter| it out)?|send it to (?:them|the list)|go ahead(?: and send(?: it)?)?|ship it|publish(?: it)?|envi[ae](?:r)?(?: agora| já| isso| isto| a newsletter)?|mand[ae](?:r)?(?: agora| já| isso)?|dispar[ae](?:r)?)$/iu,
    )
  )
    return { kind: "send" };
  if (
    is(
      bare,
      /^(?:who (?:gets|receives|will get|will receive) (?:this|it)|(?:show|list|what are)(?: me)?(?: the| my| our)? lists?(?: are there| do i have)?|who (?:is|are) (?:it|this) for|choose (?:an? |the )?(?:audience|recipients)|audience|quem (?:recebe|vai receber)(?: isto| isso)?|(?:mostr[ae]|quais são)(?:-me| me)?(?: as)?(?: minhas)? listas|para quem (?:vai|é)|escolh(?:er|a|e) (?:o )?(?:público|destinatários)|destinatários|público)$/iu,
    )
  )
    return { kind: "lists" };
  const audience =
    /^(?:choose|select|use|pick|take|escolh[ae]|us[ae]|selecion[ae]|send (?:it|this)?\s*to|envi[ae](?: isto| isso)? (?:para|a|à|ao|aos)|mand[ae](?: isto| isso)? (?:para|a|à|ao|aos)|(?:it'?s |this is )?for|para|to)\s+(?:the |a |o |à |my |our |minha |nossa )?(?<list>.{1,80})$/iu.exec(
      bare,
    );
  const named = audience?.groups?.list ?? "";
  const isListWord = /(?<![\p{L}])(lists?|listas?)(?![\p{L}])/iu.test(named);
  const isEveryone =
    is(
      unquote(named),
      /^(?:everyone|everybody|all|all (?:of )?(?:my |our |the )?(?:contacts|subscribers|people)|whole list|todos|toda a gente|todo mundo|todos os (?:contatos|contactos|assinantes))$/iu,
    ) || is(bare, /^(?:everyone|everybody|todos|todo mundo)$/iu);
  if (isEveryone) return { kind: "audience", everyone: true, list: "" };
  if (
    audience &&
    !askedLanguage(bare) &&
    (isListWord || /^(?:send|envi|mand|choose|select|pick|escolh|selecion)/iu.test(bare)) &&
    !/(?<![\p{L}])(template|modelo|letter|carta|design|layout|@)/iu.test(named)
  ) {
    return {
      kind: "audience",
      everyone: false,
      list: unquote(
        named
          .replace(/(?<![\p{L}])(?:lists?|listas?)(?![\p{L}])/giu, "")
          .replace(/^(?:called|named|chamada)\s+/iu, "")
          .trim(),
      ),
    };
  }
  const restart =
    /^(?:start over|start again|new (?:brief|newsletter|draft)|recomeç\p{L}+|nov[oa] (?:rascunho|newsletter|boletim))(?:\s*(?:with|about|:|,|com|sobre)\s*(?<brief>[\s\S]{3,}))?/iu.exec(
      text,
    );
  if (restart) return { kind: "restart", brief: restart.groups?.brief ?? "" };
  return null;
}

const set =
  "(?:change|make|set|rename|rewrite|turn|mud[ae]|troqu?[ae]|alter[ae]|põe|coloque|defin[ae]|renomei[ae]|deixe)";
const to = "(?:\\s+(?:to read|to say|to be|to|into|say|read|as|be|para|por|como|dizer|ser)|\\s*[:=])";
const setWords = (names: string) =>
  new RegExp(
    `^(?:${set}\\s+)?(?:the |a |o |our )?(?:${names})${to}?\\s*(?:should (?:be|read|say)|deve (?:ser|dizer)|is|é)?\\s*[:=]?\\s*(?<text>[\\s\\S]{1,300})$`,
    "iu",
  );

function readChange(text: string, bare: string): Intent | null {
  const language = askedLanguage(bare);
  if (
    language &&
    (bare.length < 60 || /^(?:translat|traduz|switch|write|put|escrev|mud)/iu.test(bare)) &&
    !/^(?:add|adicion|acrescent)/iu.test(bare)
  )
    return { kind: "language", language };
  if (
    is(
      bare,
      /(?<![\p{L}])(subject|assunto)s?(?: lines?)?(?: ideas?| suggestions?| options?)|(?:suggest|ideas? (?:for|of)|give me|sugir[ae]|sugere|ideias? (?:de|para)|sugestões de)(?: \p{L}+){0,3} (?:subjects?|assuntos?)/iu,
    )
  )
    return { kind: "subjects" };
  if (
    is(
      bare,
      /^(?:make (?:it|this|that|the (?:text|newsletter|e-?mail)) |a (?:bit|little) |much |um pouco |mais |faz(?:er)? |deix[ae] )*(?:(?:a (?:bit|little) |much |mais )?(?:shorter|short|more concise|briefer|tighter|curto|curta|breve|conciso|sucinto)|(?:shorten|trim|cut|condense|tighten)(?: (?:it|this|that|the text|down|it down))*|too long|(?:é|está) (?:muito )?(?:longo|comprido|grande)(?: demais)?|encurt[ae](?:r)?(?: o texto| isso)?|resum[ae](?:ir)?(?: o texto)?)(?: mais)?$/iu,
    )
  )
    return { kind: "shorter" };
  if (
    is(
      bare,
      /^(?:make (?:it|this|that|the (?:text|newsletter|e-?mail)) |a (?:bit|little) |um pouco |mais |deix[ae] )*(?:longer|more (?:detailed|detail|text)|(?:expand|elaborate|lengthen)(?: (?:it|this|on it))*|too short|longo|longa|comprido|detalhad[oa]|detalhes|(?:é|está) (?:muito )?curto(?: demais)?|alongue|desenvolv[ae])(?: mais)?$/iu,
    )
  )
    return { kind: "longer" };
  if (
    is(
      bare,
      /^(?:personali[sz]e(?: it)?|(?:use|add|greet (?:them|everyone|people) by|with) (?:their |the |a )?(?:first )?names?|add a (?:personal )?greeting|personaliz[ae](?:r)?|us[ae] o (?:primeiro )?nome|adicion[ae] uma saudação)$/iu,
    )
  )
    return { kind: "personal" };
  const template =
    /(?:^|\s)(?:another|different|other|new|next|outro|outra|diferente|novo)\s+(?:template|design|layout|look|modelo|visual)|^(?:use|switch to|change to|take|try|pick|apply|us[ae]|mud[ae] para|troqu?[ae] para|aplic[ae]|experiment[ae])\s+(?:the |a |an |o |as? )?(?<name>.{3,40}?)\s*(?:template|design|layout|modelo)?$/iu.exec(
      bare,
    );
  if (
    template &&
    (template.groups?.name === undefined ||
      /template|design|layout|modelo|letter|carta|digest|seleção|event|announcement|anúncio|convite/iu.test(
        bare,
      ))
  ) {
    return { kind: "template", name: template.groups?.name?.trim() ?? null };
  }
  return readWordChange(text, bare) ?? readPlaceChange(bare) ?? readAddition(text);
}

function readWordChange(text: string, bare: string): Intent | null {
  const asText = (match: RegExpExecArray | null) => unquote((match?.groups?.text ?? "").replace(/\s+$/u, ""));
  const hasVerb =
    new RegExp(`^(?:${set}\\s|[\\p{L}]+ ?[:=]|the |o |a )|(?:should|deve) `, "iu").test(text) ||
    /[:=]/.test(text.slice(0, 40));
  for (const [kind, names] of [
    ["subject", "subject(?: line)?|assunto"],
    ["preheader", "preheader|preview(?: (?:text|line))?|pré-cabeçalho"],
    ["headline", headlineNames],
    ["lead", "lead|intro(?:duction)?|opening|first sentence|introdução|abertura"],
  ] as const) {
    const value = asText(setWords(names).exec(text));
    if (hasVerb && value !== "" && !/^(?:bigger|smaller|bold|shorter|longer|maior|menor)$/iu.test(value))
      return { kind, text: value };
  }
  const button = readButton(bare);
  if (button) return button;
  const replace =
    /^(?:replace|change|swap|correct|substitu[ai]r?|troqu?[ae]r?|mud[ae]r?|corrij[ae])\s+(?<from>["“«'].{1,200}?["”»']|.{1,120}?)\s+(?:with|by|to|for|into|por|para)\s+(?<to>.{1,300})$/iu.exec(
      text,
    );
  const fact =
    /^(?:(?:the|a|o)\s+)?(?:new\s+|nov[oa]\s+)?(?<what>date|day|time|hour|place|venue|location|price|cost|data|dia|hora|horário|local|lugar|preço|valor)\s+(?:is|was|has|changed|moved|should be|will be|é|mudou|passou|deve ser|será)(?:\s+(?:now|changed|moved|agora|para|to|a|be))*\s+(?<value>.{1,120})$|^(?:change|set|move|mud[ae]|troqu?[ae]|alter[ae])\s+(?:the |a |o )?(?<what2>date|day|time|hour|place|venue|location|price|cost|data|dia|hora|horário|local|lugar|preço|valor)\s+(?:to|para|:)\s+(?<value2>.{1,120})$/iu.exec(
      bare,
    );
  const what = fact?.groups?.what ?? fact?.groups?.what2;
  const value = fact?.groups?.value ?? fact?.groups?.value2;
  if (what && value) return { kind: "fact", fact: factKind(what), value: unquote(value) };
  if (replace?.groups?.from && replace.groups.to) {
    return {
      kind: "replace",
      from: unquote(replace.groups.from),
      to: unquote(replace.groups.to.replace(/[.\s]+$/u, "")),
    };
  }
  return null;
}

function factKind(what: string): "date" | "time" | "place" | "price" {
  if (/^(?:date|day|data|dia)$/iu.test(what)) return "date";
  if (/^(?:time|hour|hora|horário)$/iu.test(what)) return "time";
  return /^(?:price|cost|preço|valor)$/iu.test(what) ? "price" : "place";
}

function readButton(bare: string): Intent | null {
  if (!/(?<![\p{L}])(button|cta|call to action|botão|botao)(?![\p{L}])/iu.test(bare)) return null;
  if (
    /^(?:remove|delete|drop|no|without|take (?:out|away)|remov[ae]|apag[ae]|tir[ae]|elimin[ae]|sem|move|mov[ae])(?![\p{L}])/iu.test(
      bare,
    )
  )
    return null;
  const link = extractFacts(bare).find(isLink);
  const isNew =
    /^(?:add|put|insert|include|another|give it|adicion[ae]|acrescent[ae]|inclu[aei]|põe|coloque|insir[ae])(?![\p{L}])/iu.test(
      bare,
    );
  const rest = (link ? bare.replace(link.text, "") : bare)
    .replace(
      /^(?:please )?(?:add|put|insert|include|give it|change|make|set|rename|link|point|adicion[ae]|acrescent[ae]|inclu[aei]|põe|coloque|insir[ae]|mud[ae]|troqu?[ae]|alter[ae]|lig[ae])\s+/iu,
      "",
    )
    .replace(/^(?:an?|the|another|um|uma|o|outro)\s+/iu, "")
    .replace(
      /^(?:(?:call to action|cta|button|botão|botao)(?:'s)?(?:\s+(?:label|text|link|texto|link do))?)\s*/iu,
      "",
    )
    .replace(
      /^(?:(?:to|into|as|so that it (?:says|reads)|say(?:ing)?|read(?:ing)?|that says|labelled|labeled|called|with|para|por|dizer|dizendo|que diz(?: |$)|com o texto|chamado|should (?:say|read)|deve dizer|linking|pointing|leading|that (?:goes|leads)|que lev[ae]|:)\s*)+/iu,
      "",
    )
    .replace(
      /[\s,]*(?:\s(?:to|at|with|linking to|pointing to|leading to|that (?:goes|leads) to|and link (?:it )?to|para|com o link|que leva (?:a|para|ao))|->|→)?\s*:?\s*$/iu,
      "",
    )
    .replace(/^(?:to|para|at|here)$/iu, "")
    .trim();
  return { kind: "button", label: unquote(rest) || null, href: link ? hrefOf(link) : null, isNew };
}

function readPlaceChange(bare: string): Intent | null {
  const removal =
    /^(?:remove|delete|drop|cut|lose|get rid of|take (?:out|away|off)|no|without|remov[ae]r?|apag[ae]r?|tir[ae]r?|elimin[ae]r?|retir[ae]r?|sem)\s+(?<what>.{2,120})$/iu.exec(
      bare,
    );
  if (removal?.groups?.what) {
    const target = readTarget(removal.groups.what);
    if (target) return { kind: "remove", target };
    return {
      kind: "remove",
      target: {
        part: "paragraph",
        about: unquote(removal.groups.what.replace(/^(?:the|o|a|os|as)\s+/iu, "")),
      },
    };
  }
  const moving =
    /^(?:move|put|place|shift|bring|mov[ae]r?|põe|coloque|sub[ae]|desç[ae]|pass[ae])\s+(?<what>.{2,80}?)\s+(?:(?<way>up|down|higher|lower|to the (?:top|bottom|end|start|beginning)|at the (?:top|bottom|end)|para cima|para baixo|acima|abaixo|para o (?:topo|início|fim|final)|no (?:topo|início|fim|final))|(?<side>above|before|over|below|after|under|beneath|acima d[oae]|antes d[oae]|abaixo d[oae]|depois d[oae]|após)\s+(?<of>.{2,60}))$/iu.exec(
      bare,
    );
  const target = moving?.groups?.what ? readTarget(moving.groups.what) : null;
  if (!moving || !target) return null;
  const { way = "", side = "", of = "" } = moving.groups ?? {};
  if (way) {
    if (/top|start|beginning|topo|início/iu.test(way)) return { kind: "move", target, where: "top" };
    if (/bottom|end|fim|final/iu.test(way)) return { kind: "move", target, where: "bottom" };
    return { kind: "move", target, where: /up|higher|cima|acima/iu.test(way) ? "up" : "down" };
  }
  const anchor = readTarget(of);
  if (!anchor) return null;
  return {
    kind: "move",
    target,
    where: { side: /above|before|over|acima|antes/iu.test(side) ? "before" : "after", of: anchor },
  };
}

function readAddition(text: string): Intent | null {
  const quote =
    /^(?:add|put|include|insert|adicion[ae]|acrescent[ae]|inclu[aei]|insir[ae])\s+(?:an?|the|this|um|uma|a|esta)?\s*(?:quote|testimonial|citação|depoimento)\s*(?:saying|from [^:]{1,80}|:|dizendo|de [^:]{1,80})?:?\s*(?<text>["“«][^"”»]{3,600}["”»])\s*(?:(?:by|from|says|said|[–—-]|de|por|diz|disse)\s*(?<by>[\s\S]{2,120}?))?[.]?$/iu.exec(
      text,
    );
  if (quote?.groups?.text)
    return {
      kind: "addQuote",
      text: unquote(quote.groups.text),
      attribution: quote.groups.by?.trim() ?? null,
    };
  const added =
    /^(?:add|mention|include|say|write|insert|note|adicion[ae]|acrescent[ae]|mencion[ae]|inclu[aei]|diz|diga|insir[ae])(?:\s+(?:an?|another|one more|um|uma|outro|mais um)\s+(?:paragraph|sentence|line|text|note|parágrafo|frase|linha|texto|nota))?(?:\s*(?:saying|that says|with the text|about|dizendo|que diga|que diz|com o texto|sobre))?(?:\s+(?:that|que))?\s*:?\s+(?<text>[\s\S]{3,4000})$/iu.exec(
      text,
    );
  const words = added?.groups?.text ? unquote(added.groups.text) : "";
  return words === "" ? null : { kind: "add", text: words };
}

function is(text: string, pattern: RegExp): boolean {
  return pattern.test(text);
}
