import { describe, expect, test } from "vitest";
import { type CampaignVerb, isOver, nextStatus, startsFrom } from "@/lib/campaigns/status-rules";

describe("the status machine", () => {
  test.each([
    ["draft", "confirm", "preparing"],
    ["preparing", "start", "sending"],
    ["sending", "finish", "sent"],
    ["sending", "pause", "paused"],
    ["preparing", "pause", "paused"],
    ["paused", "resume", "sending"],
    ["scheduled", "confirm", "preparing"],
    ["scheduled", "hold", "paused"],
    ["draft", "cancel", "cancelled"],
    ["paused", "cancel", "cancelled"],
  ] as const)("%s, %s: %s", (from, verb, to) => expect(nextStatus(from, verb)).toBe(to));

  test("nothing leads out of what is over", () => {
    const verbs: CampaignVerb[] = [
      "edit",
      "schedule",
      "unschedule",
      "confirm",
      "hold",
      "start",
      "pause",
      "resume",
      "cancel",
      "finish",
      "fail",
    ];
    for (const status of ["sent", "cancelled", "failed"] as const) {
      expect(isOver(status)).toBe(true);
      for (const verb of verbs) expect(nextStatus(status, verb)).toBeNull();
    }
    expect(startsFrom("edit")).toEqual(["draft"]);
  });
});
