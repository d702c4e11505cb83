export type Day<Entry> = {
  /** `2027-03-28`, in the person's zone. */
  day: string;
  /** Days before today. */
  distance: number;
  entries: Entry[];
};

/** Groups what is ordered by time under the days of the person's own calendar. */
export function groupByDay<Entry extends { at: Date }>(
  entries: readonly Entry[],
  timeZone: string,
  today: Date,
): Day<Entry>[] {
  const dayOf = (at: Date) =>
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
      at,
    );
  const todayMs = Date.parse(dayOf(today));
  const days = new Map<string, Day<Entry>>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const known = days.get(day);
    if (known) known.entries.push(entry);
    else {
      const distance = Math.round((todayMs - Date.parse(day)) / 86_400_000);
      days.set(day, { day, distance, entries: [entry] });
    }
  }
  return [...days.values()];
}
