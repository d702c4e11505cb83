import { describe, expect, it } from "vitest";
import { advance, workflowEvents, workflowSteps } from "@/lib/composer/workflow-rules";

describe("the workflow of an issue", () => {
  it("goes from the brief to the inbox", () => {
    const path = [
      "give_brief",
      "set_template",
      "write",
      "look_for_audience",
      "choose_audience",
      "check",
      "propose_send",
      "send",
    ] as const;
    let step: (typeof workflowSteps)[number] = "brief";
    const seen = path.map((event) => {
      const verdict = advance(step, event);
      if (verdict.isLegal) step = verdict.step;
      return step;
    });
    expect(seen).toEqual(["template", "draft", "draft", "audience", "review", "review", "review", "sent"]);
  });

  it("refuses to send, propose or choose before its time, and says why", () => {
    expect(advance("brief", "choose_audience")).toEqual({ isLegal: false, reason: "no_draft_yet" });
    expect(advance("template", "write")).toEqual({ isLegal: false, reason: "no_draft_yet" });
    expect(advance("draft", "propose_send")).toEqual({ isLegal: false, reason: "no_audience_yet" });
    expect(advance("audience", "send")).toEqual({ isLegal: false, reason: "no_audience_yet" });
    expect(advance("scheduled", "write")).toEqual({ isLegal: false, reason: "scheduled" });
  });

  it("lets nothing happen to what was sent", () => {
    for (const event of workflowEvents)
      expect(advance("sent", event)).toEqual({ isLegal: false, reason: "already_sent" });
  });

  it("never loses ground by working on the words", () => {
    for (const step of ["draft", "audience", "review"] as const) {
      for (const event of ["give_brief", "set_template", "write", "check", "send_test"] as const) {
        expect(advance(step, event)).toEqual({ isLegal: true, step });
      }
    }
  });

  it("answers every step and event", () => {
    for (const step of workflowSteps)
      for (const event of workflowEvents) expect(advance(step, event).isLegal).toBeTypeOf("boolean");
  });
});
