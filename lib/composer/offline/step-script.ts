import { answer, reasonFor } from "./answers";
import type { Language } from "./language";
import type { Intent } from "./read-intent";
import type { Look, Script, ToolOutcome } from "./situation";

/** The steps after the words: template, audience, check, test, sending. */
export async function* stepScript(intent: Intent, look: Look, language: Language): Script {
  const says = (key: Parameters<typeof answer>[1], ...values: string[]) => [
    { say: answer(language, key, ...values) },
  ];
  const refused = (outcome: ToolOutcome | undefined) =>
    says("refused", reasonFor(language, outcome?.reason ?? ""));
  switch (intent.kind) {
    case "undo": {
      const [done] = yield [{ call: "undoChange", input: {} }];
      yield done?.ok ? says("undone") : refused(done);
      return;
    }
    case "template": {
      const { templates } = await look();
      const template = chooseTemplate(intent.name, templates);
      if (!template) return void (yield says("unclear"));
      const [done] = yield [{ call: "setTemplate", input: { slug: template.slug } }];
      yield done?.ok ? says("template", template.name[language]) : refused(done);
      return;
    }
    case "lists": {
      const [found] = yield [{ call: "findLists", input: {} }];
      yield !found?.ok ? refused(found) : says(listsOf(found).length > 0 ? "lists" : "noLists");
      return;
    }
    case "audience": {
      if (intent.everyone) {
        const [chosen] = yield [{ call: "chooseAudience", input: { all: true } }];
        yield chosen?.ok ? says("chosen", countOf(chosen, language)) : refused(chosen);
        return;
      }
      const [found] = yield [{ call: "findLists", input: { search: intent.list } }];
      if (!found?.ok) return void (yield refused(found));
      const list = bestList(listsOf(found), intent.list);
      if (!list) {
        yield [{ call: "findLists", input: {} }];
        yield says("noSuchList", intent.list);
        return;
      }
      const [chosen] = yield [{ call: "chooseAudience", input: { lists: [list.id] } }];
      yield chosen?.ok ? says("chosen", countOf(chosen, language)) : refused(chosen);
      return;
    }
    case "check": {
      const [checked] = yield [{ call: "runPreflight", input: {} }];
      if (!checked?.ok) return void (yield refused(checked));
      const findings = checked.data.findings;
      yield says(Array.isArray(findings) && findings.length > 0 ? "findings" : "ready");
      return;
    }
    case "test": {
      const [sent] = yield [{ call: "sendTest", input: intent.to ? { to: intent.to } : {} }];
      if (sent?.reason === "test_only_to_yourself") return void (yield says("testOnlySelf"));
      const to = Array.isArray(sent?.data.to) ? String(sent.data.to[0] ?? "") : "";
      yield sent?.ok ? says("tested", to) : refused(sent);
      return;
    }
    case "send": {
      const [proposed] = yield [{ call: "proposeSend", input: {} }];
      if (proposed?.reason === "step_no_audience_yet") {
        yield [{ call: "findLists", input: {} }];
        yield says("needAudience");
        return;
      }
      yield proposed?.ok ? says("proposed") : refused(proposed);
      return;
    }
    default:
      return;
  }
}

type Template = Awaited<ReturnType<Look>>["templates"][number];

const templateWords: Record<Template["category"], RegExp> = {
  letter: /letter|carta|plain|simples|simple/iu,
  digest: /digest|seleção|selecao|resumo|jornal/iu,
  event: /event|evento|invitation|convite/iu,
  announcement: /announce|anúncio|anuncio|novidade|launch|lançamento/iu,
};

/** The template that was named, or, for “another one”, the next in the catalogue. */
function chooseTemplate(name: string | null, templates: readonly Template[]): Template | undefined {
  const open = templates.filter((template) => !template.isLocked);
  if (name) {
    const wanted = name.toLowerCase();
    return (
      templates.find(
        (template) =>
          template.slug === wanted ||
          Object.values(template.name).some((title) => title.toLowerCase() === wanted),
      ) ?? templates.find((template) => templateWords[template.category].test(name))
    );
  }
  const current = open.findIndex((template) => template.isCurrent);
  return open[(current + 1) % Math.max(1, open.length)];
}

type List = { id: string; name: string };

function listsOf(outcome: ToolOutcome): List[] {
  const { lists } = outcome.data;
  if (!Array.isArray(lists)) return [];
  return lists.flatMap((list: unknown) =>
    typeof list === "object" && list !== null && "id" in list && "name" in list
      ? [{ id: String(list.id), name: String(list.name) }]
      : [],
  );
}

function bestList(lists: readonly List[], wanted: string): List | undefined {
  const name = wanted.toLowerCase();
  return (
    lists.find((list) => list.name.toLowerCase() === name) ??
    (lists.length > 0 && name.length > 1 ? lists[0] : undefined)
  );
}

function countOf(outcome: ToolOutcome, language: Language): string {
  const { count } = outcome.data;
  const sendable =
    typeof count === "object" && count !== null && "sendable" in count ? Number(count.sendable) : 0;
  return new Intl.NumberFormat(language).format(sendable);
}
