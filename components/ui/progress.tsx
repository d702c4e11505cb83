import { cn } from "./cn";

type ProgressProps = {
  /** Share done, 0 to 1; leave out while the end is not known. */
  value?: number;
  label: string;
  className?: string;
};

export function Progress({ value, label, className }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-surface-sunken", className)}
    >
      <div
        className={cn(
          "h-full rounded-full bg-accent transition-[width] duration-200",
          percent === undefined && "w-1/3 animate-pulse-soft",
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
