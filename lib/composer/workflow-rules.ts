/** Where a conversation stands on its way to the inbox. */
export const workflowSteps = [
  "brief",
  "template",
  "draft",
  "audience",
  "review",
  "scheduled",
  "sent",
] as const;
export type WorkflowStep = (typeof workflowSteps)[number];

/** What can happen to a conversation, whoever does it: the person by hand or the composer by a tool. */
export const workflowEvents = [
  "give_brief",
  "set_template",
  "write",
  "look_for_audience",
  "choose_audience",
  "check",
  "send_test",
  "propose_send",
  "schedule",
  "unschedule",
  "send",
] as const;
export type WorkflowEvent = (typeof workflowEvents)[number];

type Rule = { from: readonly WorkflowStep[]; to: (step: WorkflowStep) => WorkflowStep };

const beforeSent = ["brief", "template", "draft", "audience", "review"] as const;
const withDraft = ["draft", "audience", "review"] as const;

/** Never back: going on with the words in "review" stays in "review"; what was proposed is voided by its hash. */
function atLeast(least: WorkflowStep): (step: WorkflowStep) => WorkflowStep {
  return (step) => (orderOf(step) < orderOf(least) ? least : step);
}

const rules: Record<WorkflowEvent, Rule> = {
  give_brief: { from: beforeSent, to: atLeast("template") },
  set_template: { from: beforeSent, to: atLeast("draft") },
  write: { from: withDraft, to: (step) => step },
  look_for_audience: { from: withDraft, to: atLeast("audience") },
  choose_audience: { from: withDraft, to: () => "review" },
  check: { from: withDraft, to: (step) => step },
  send_test: { from: withDraft, to: (step) => step },
  propose_send: { from: ["review"], to: () => "review" },
  schedule: { from: ["review"], to: () => "scheduled" },
  unschedule: { from: ["scheduled"], to: () => "review" },
  send: { from: ["review", "scheduled"], to: () => "sent" },
};

export type WorkflowVerdict =
  | { isLegal: true; step: WorkflowStep }
  | { isLegal: false; reason: "no_draft_yet" | "no_audience_yet" | "already_sent" | "scheduled" };

/** Whether the event may happen in this step, and where it leads. Pure: the same for a click, a tool and a job. */
export function advance(step: WorkflowStep, event: WorkflowEvent): WorkflowVerdict {
  const rule = rules[event];
  if (rule.from.includes(step)) return { isLegal: true, step: rule.to(step) };
  if (step === "sent") return { isLegal: false, reason: "already_sent" };
  if (step === "scheduled") return { isLegal: false, reason: "scheduled" };
  const lacksDraft = step === "brief" || step === "template";
  return { isLegal: false, reason: lacksDraft ? "no_draft_yet" : "no_audience_yet" };
}

function orderOf(step: WorkflowStep): number {
  return workflowSteps.indexOf(step);
}
