import { cn } from "./cn";

type AvatarProps = {
  name: string;
  size?: "small" | "normal" | "large";
  shape?: "round" | "square";
  className?: string;
};

/** One or two initials; decoration only, the name stands beside it or in the control's label. */
export function Avatar({ name, size = "normal", shape = "round", className }: AvatarProps) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? [...word][0] : ""))
    .join("")
    .toLocaleUpperCase();
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 select-none place-items-center bg-accent-soft font-medium text-accent-strong",
        shape === "round" ? "rounded-full" : "rounded-control",
        size === "small" && "size-6 text-[0.625rem]",
        size === "normal" && "size-8 text-xs",
        size === "large" && "size-12 text-md",
        className,
      )}
    >
      {initials || "?"}
    </span>
  );
}
