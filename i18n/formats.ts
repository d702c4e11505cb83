import type { Formats } from "next-intl";

/** Named formats, so that a date or number looks the same wherever it stands: `format.dateTime(at, "day")`. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "short", year: "numeric" },
    dayShort: { day: "numeric", month: "short" },
    dayLong: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
    time: { hour: "numeric", minute: "2-digit" },
    moment: { day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" },
    exact: {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "short",
    },
  },
  number: {
    count: { maximumFractionDigits: 0 },
    compact: { notation: "compact", maximumFractionDigits: 1 },
    percent: { style: "percent", maximumFractionDigits: 1 },
  },
} satisfies Formats;
