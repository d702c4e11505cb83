import { describe, expect, test } from "vitest";
import { instantOf, isTimeZone } from "@/lib/campaigns/schedule-rules";

describe("when a campaign goes out", () => {
  test.each([
    ["2027-01-15T09:30:00Z", "Europe/Berlin", "2027-01-15T09:30:00.000Z"],
    ["2027-01-15T09:30:00+02:00", "Europe/Berlin", "2027-01-15T07:30:00.000Z"],
    ["2027-01-15T09:30", "Europe/Berlin", "2027-01-15T08:30:00.000Z"],
    ["2027-07-15T09:30", "Europe/Berlin", "2027-07-15T07:30:00.000Z"],
    ["2027-07-15T09:30", "America/Sao_Paulo", "2027-07-15T12:30:00.000Z"],
    ["2027-07-15T09:30:15", "Asia/Kathmandu", "2027-07-15T03:45:15.000Z"],
    // The clocks skip 02:30 on 28 March: it becomes 03:30 summer time.
    ["2027-03-28T02:30", "Europe/Berlin", "2027-03-28T01:30:00.000Z"],
    // 02:30 comes twice on 31 October: the first one.
    ["2027-10-31T02:30", "Europe/Berlin", "2027-10-31T00:30:00.000Z"],
  ])("%s in %s is %s", (sendAt, zone, instant) =>
    expect(instantOf(sendAt, zone)?.toISOString()).toBe(instant),
  );

  test.each(["tomorrow", "2027-13-40T09:30", "", "2027-01-15"])("“%s” is no time", (text) =>
    expect(instantOf(text, "UTC")).toBeNull(),
  );

  test("a zone that nobody knows is told apart", () => {
    expect(isTimeZone("Europe/Lisbon")).toBe(true);
    expect(isTimeZone("Europe/Atlantis")).toBe(false);
  });
});
