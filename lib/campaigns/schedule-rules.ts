/** A time zone's IANA name that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of `sendAt`: with an offset or `Z` it is one already; a wall-clock time (`2027-03-28T09:30`) is read in the zone. A time that the clocks skip
 * becomes the same distance after the gap, one that comes twice the first. Null for what is no time.
 */
export function instantOf(sendAt: string, timeZone: string): Date | null {
  const text = sendAt.trim();
  if (/(?:z|[+-]\d\d:?\d\d)$/i.test(text)) return valid(new Date(text));
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text)) return null;
  const wall = valid(new Date(`${text}Z`));
  if (!wall) return null;
  const day = 86_400_000;
  // The zone's offsets on either side of any change that day; the earlier instant that reads as the wall clock wins.
  const before = offsetMs(new Date(wall.getTime() - day), timeZone);
  const after = offsetMs(new Date(wall.getTime() + day), timeZone);
  const candidates = [wall.getTime() - before, wall.getTime() - after].sort((a, b) => a - b);
  const exact = candidates.find((at) => at + offsetMs(new Date(at), timeZone) === wall.getTime());
  return new Date(exact ?? wall.getTime() - before);
}

/** How far the zone's wall clock is ahead of UTC at that instant. */
function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}

function valid(date: Date): Date | null {
  return Number.isNaN(date.getTime()) ? null : date;
}
