import { cva, type VariantProps } from "class-variance-authority";
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Lock,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const badgeStyle = cva(
  "inline-flex h-5.5 max-w-full items-center gap-1.5 whitespace-nowrap rounded-full px-2 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-surface-sunken text-ink-soft",
        accent: "bg-accent-soft text-accent-strong",
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        mark: "bg-mark-soft text-mark-ink",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

const icons: Record<NonNullable<VariantProps<typeof badgeStyle>["tone"]>, LucideIcon> = {
  neutral: CircleDashed,
  accent: CircleDot,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  mark: Lock,
};

type BadgeProps = ComponentProps<"span"> & VariantProps<typeof badgeStyle> & { icon?: LucideIcon };

/** A state in an icon and a word, so that it is never told by colour alone. */
export function Badge({ tone, icon, className, children, ...props }: BadgeProps) {
  const Icon = icon ?? icons[tone ?? "neutral"];
  return (
    <span className={cn(badgeStyle({ tone }), className)} {...props}>
      <Icon aria-hidden />
      <span className="truncate">{children}</span>
    </span>
  );
}
