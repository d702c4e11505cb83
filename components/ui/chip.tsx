import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const chipStyle =
  "inline-flex h-7 max-w-full items-center gap-1 rounded-full bg-surface text-ink text-sm shadow-[inset_0_0_0_1px_var(--line)]";

type ChipProps = { children: ReactNode; className?: string; onRemove?: () => void; removeLabel?: string };

/** A word that was chosen: a tag, a filter that reads aloud ("in list VIP"). Give `removeLabel` with `onRemove`. */
export function Chip({ children, className, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={cn(chipStyle, "ps-3", onRemove ? "pe-1" : "pe-3", className)}>
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="relative grid size-5 shrink-0 place-items-center rounded-full text-ink-faint after:absolute after:-inset-1 hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

/** A chip that can be switched on and off; for the few choices that stand in a row. */
export function ChoiceChip({
  isChosen,
  className,
  ...props
}: ComponentProps<"button"> & { isChosen: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={cn(
        chipStyle,
        "px-3 transition-colors hover:bg-hover touch:h-10",
        isChosen && "bg-accent-soft text-accent-strong shadow-[inset_0_0_0_1px_var(--accent)]",
        className,
      )}
      {...props}
    />
  );
}
