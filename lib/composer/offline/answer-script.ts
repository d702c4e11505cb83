import { answer, reasonFor } from "./answers";
import { planChange } from "./change-script";
import { draftScript } from "./draft-script";
import { detectLanguage } from "./language";
import { readBrief } from "./read-brief";
import { readIntent } from "./read-intent";
import type { Look, Script } from "./situation";
import { stepScript } from "./step-script";

const steps = new Set(["undo", "template", "lists", "audience", "check", "test", "send"]);

/** The whole answer to one message, by rule. `isFirst`: nothing was answered in this conversation yet. */
export async function* answerScript(message: string, look: Look, isFirst: boolean): Script {
  const situation = await look();
  const hasDraft = situation.document !== null && !situation.isExample;
  const intent = readIntent(message, situation.document !== null);
  const language = detectLanguage(message) ?? situation.document?.meta.language ?? situation.language;
  const opening = isFirst ? answer(language, "self") : "";
  if (intent === null) {
    if (hasDraft && !isLikeBrief(message, isFirst)) {
      yield [{ say: answer(language, "unclear") }];
      return;
    }
    yield* draftScript(readBrief(message, situation.language), look, opening);
    return;
  }
  if (intent.kind === "who" || intent.kind === "help" || intent.kind === "thanks") {
    yield [{ say: answer(language, intent.kind) }];
    return;
  }
  if (intent.kind === "restart") {
    if (intent.brief.trim() === "") yield [{ say: answer(language, "ask") }];
    else yield* draftScript(readBrief(intent.brief, situation.language), look, "");
    return;
  }
  if (steps.has(intent.kind)) {
    yield* stepScript(intent, look, language);
    return;
  }
  const change = situation.document && planChange(intent, situation.document, language);
  if (!change) {
    yield [{ say: answer(language, "unclear") }];
    return;
  }
  const outcomes = change.calls.length > 0 ? yield change.calls : [];
  const refused = outcomes.find((outcome) => !outcome.ok);
  yield [{ say: refused ? answer(language, "refused", reasonFor(language, refused.reason)) : change.say }];
}

/**
 * A new brief rather than a change that we failed to understand: it is long, or it says what to write. Where nothing was answered yet
 * (a first answer that was stopped and is tried again) a sentence is enough.
 */
function isLikeBrief(message: string, isFirst: boolean): boolean {
  const words = message.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return (
    words >= (isFirst ? 8 : 25) ||
    /^(?:please |now |por favor,? |agora )?(?:announce|write (?:a|an|the|about)|create|compose|draft|invite|introduce|tell (?:our|the|my|all)|anuncia|anuncie|escreva (?:um|uma|sobre)|escreve (?:um|uma|sobre)|crie|cria|convide|convida|apresente|apresenta)(?![\p{L}])/iu.test(
      message.trim(),
    )
  );
}
