"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

export type TimePoint = { at: string; values: readonly number[] };

export type OverTimeProps = {
  /** One to three lines, in the order of `values`: solid, dashed, and the last one under the marker. */
  series: readonly string[];
  points: readonly TimePoint[];
  /** What the chart shows, in words. */
  label: string;
  /** How a point's time is written: by the hour within a day or two, else by the day. */
  step: "hour" | "day";
};

const height = 240;

const Plot = dynamic(() => import("./over-time-plot").then((module) => module.OverTimePlot), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
});

/** Lines over time with their names at their ends; the same figures stand in a table for whoever does not see them. */
export function OverTime(props: OverTimeProps) {
  const t = useTranslations("charts");
  const format = useFormatter();
  const { series, points, label, step } = props;
  if (points.length === 0) {
    return (
      <p className="grid h-60 place-items-center text-base text-ink-faint" role="note">
        {t("noData")}
      </p>
    );
  }
  return (
    <figure aria-label={label}>
      <div aria-hidden style={{ height }}>
        <Plot {...props} height={height} />
      </div>
      <table className="sr-only">
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {series.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.at}>
              <th scope="row">{format.dateTime(new Date(point.at), step === "hour" ? "moment" : "day")}</th>
              {series.map((name, position) => (
                <td key={name}>{format.number(point.values[position] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
