import type { HourFiguresView } from "@/lib/sending/get-figures";

export type ChartPoint = { at: string; accepted: number; opened: number; clicked: number };
export type ChartLine = { step: "hour" | "day"; points: ChartPoint[] };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** By the hour as long as that stays readable. */
const mostHours = 72;
const mostDays = 60;

/**
 * How the counts grew: a point for every hour (for every day when it went on for longer than three), the quiet ones included, so that time runs evenly. What
 * came after sixty days is in the last point.
 */
export function growthOf(hours: readonly HourFiguresView[], now: Date): ChartLine {
  const first = hours[0]?.hour.getTime();
  const last = hours.at(-1)?.hour.getTime();
  if (first === undefined || last === undefined) return { step: "hour", points: [] };
  const step = last - first > mostHours * hourMs ? "day" : "hour";
  const stepMs = step === "hour" ? hourMs : dayMs;
  const from = Math.floor(first / stepMs) * stepMs;
  const until = Math.min(
    Math.max(last, Math.min(now.getTime(), first + 6 * hourMs)),
    from + mostDays * dayMs,
  );
  const sum = { accepted: 0, opened: 0, clicked: 0 };
  // A line needs somewhere to rise from.
  const points: ChartPoint[] = [{ at: new Date(from - stepMs).toISOString(), ...sum }];
  let next = 0;
  for (let at = from; at <= until; at += stepMs) {
    const isLast = at + stepMs > until;
    for (let hour = hours[next]; hour && (isLast || hour.hour.getTime() < at + stepMs); hour = hours[next]) {
      sum.accepted += hour.accepted;
      sum.opened += hour.opened;
      sum.clicked += hour.clicked;
      next += 1;
    }
    points.push({ at: new Date(at).toISOString(), ...sum });
  }
  return { step, points };
}
