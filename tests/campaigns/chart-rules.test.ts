import { expect, test } from "vitest";
import { growthOf } from "@/lib/campaigns/chart-rules";

const at = (hour: number) => new Date(Date.UTC(2027, 0, 4, hour));
const hour = (h: number, accepted: number, opened = 0) => ({
  hour: at(h),
  accepted,
  rejected: 0,
  opened,
  clicked: 0,
  unsubscribed: 0,
});

test("counts grow from nothing hour by hour, quiet hours included, up to now at first", () => {
  const { step, points } = growthOf([hour(9, 10), hour(11, 0, 4)], at(12));
  expect(step).toBe("hour");
  expect(points.map(({ accepted, opened }) => [accepted, opened])).toEqual([
    [0, 0],
    [10, 0],
    [10, 0],
    [10, 4],
    [10, 4],
  ]);
});

test("what goes on for days is shown by day, and nothing is left out at the end", () => {
  const { step, points } = growthOf([hour(9, 10), hour(120, 5), hour(24 * 90, 1, 2)], at(24 * 100));
  expect(step).toBe("day");
  expect(points.length).toBeLessThanOrEqual(62);
  expect(points.at(-1)).toMatchObject({ accepted: 16, opened: 2 });
});

test("nothing yet is an empty line", () => {
  expect(growthOf([], at(9)).points).toEqual([]);
});
