"use client";

import { useFormatter } from "next-intl";
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { OverTimeProps } from "./over-time";

/** Told apart by line and ink: solid over a wash, dashed, and heavy under the amber marker. */
const lines = [
  { stroke: "var(--chart-1)", strokeWidth: 2, strokeDasharray: "", fillOpacity: 0.12 },
  { stroke: "var(--chart-2)", strokeWidth: 2, strokeDasharray: "5 4", fillOpacity: 0 },
  { stroke: "var(--chart-mark)", strokeWidth: 3, strokeDasharray: "", fillOpacity: 0 },
] as const;

const inkFaint = { fill: "var(--ink-faint)", fontSize: 12 };

export function OverTimePlot({ series, points, step, height }: OverTimeProps & { height: number }) {
  const format = useFormatter();
  const rows = points.map((point) => ({ at: point.at, ...Object.fromEntries(point.values.entries()) }));
  const time = (at: string) => format.dateTime(new Date(at), step === "hour" ? "time" : "dayShort");
  return (
    <ResponsiveContainer width="100%" height={height}>
      <AreaChart data={rows} margin={{ top: 12, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          tickFormatter={time}
          tick={inkFaint}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          minTickGap={40}
        />
        <YAxis
          allowDecimals={false}
          tickFormatter={(value: number) => format.number(value, "compact")}
          tick={inkFaint}
          tickLine={false}
          axisLine={false}
          width={40}
        />
        <Tooltip
          cursor={{ stroke: "var(--line-strong)" }}
          isAnimationActive={false}
          content={({ active, label }) => {
            const point = active ? points.find((candidate) => candidate.at === label) : undefined;
            return point ? <PointNote point={point} series={series} /> : null;
          }}
        />
        {series.map((name, position) => {
          const line = lines[position] ?? lines[0];
          return (
            <Area
              key={name}
              dataKey={String(position)}
              name={name}
              type="monotone"
              isAnimationActive={false}
              fill={line.stroke}
              dot={rows.length === 1}
              label={(props) => <EndLabel {...props} name={name} last={rows.length - 1} />}
              {...line}
            />
          );
        })}
      </AreaChart>
    </ResponsiveContainer>
  );
}

type EndLabelProps = { x?: number | string; y?: number | string; index?: number; name: string; last: number };

/** The line's name at its last point, so that no legend is needed. */
function EndLabel({ x, y, index, name, last }: EndLabelProps) {
  if (index !== last) return null;
  return (
    <text
      x={Number(x)}
      y={Number(y) - 8}
      textAnchor="end"
      fill="var(--ink)"
      fontSize={12}
      fontWeight={500}
      stroke="var(--surface)"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {name}
    </text>
  );
}

function PointNote({
  point,
  series,
}: Pick<OverTimeProps, "series"> & { point: OverTimeProps["points"][number] }) {
  const format = useFormatter();
  return (
    <div className="grid gap-1 rounded-control bg-surface-raised px-3 py-2 text-sm shadow-raised">
      <p className="text-ink-faint">{format.dateTime(new Date(point.at), "moment")}</p>
      {series.map((name, position) => (
        <p key={name} className="flex justify-between gap-6">
          <span>{name}</span>
          <span className="tabular-nums">{format.number(point.values[position] ?? 0)}</span>
        </p>
      ))}
    </div>
  );
}
