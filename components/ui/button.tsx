import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonStyle = cva(
  "relative inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-medium text-base transition-[background-color,box-shadow,color] disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-on-accent shadow-[inset_0_-2px_0_0_transparent] hover:bg-accent-strong hover:shadow-[inset_0_-2px_0_0_var(--mark)] disabled:hover:shadow-none",
        secondary:
          "bg-surface text-ink shadow-[inset_0_0_0_1px_var(--line)] hover:bg-surface-raised hover:shadow-[inset_0_0_0_1px_var(--line),inset_0_-2px_0_0_var(--mark)]",
        quiet: "text-ink-soft hover:bg-hover hover:text-ink",
        danger: "bg-bad text-on-bad hover:shadow-[inset_0_-2px_0_0_var(--mark)]",
        link: "text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-2 hover:decoration-mark",
      },
      size: {
        normal: "h-9 px-3.5 touch:h-11",
        small: "h-7 gap-1.5 px-2.5 text-sm touch:h-11",
        large: "h-11 px-5 text-md",
        icon: "size-9 touch:size-11",
        "icon-small": "size-7 touch:size-11",
        inline: "h-auto px-0",
      },
    },
    defaultVariants: { variant: "secondary", size: "normal" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyle> & {
    /** Renders the child (a link, as a rule) with the button's looks. */
    asChild?: boolean;
    /** Shows that the work is under way; the button keeps its width and takes no second click. */
    isBusy?: boolean;
  };

export function Button({
  className,
  variant,
  size,
  asChild,
  isBusy,
  type,
  disabled,
  children,
  ...props
}: ButtonProps) {
  const style = cn(buttonStyle({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={style} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type ?? "button"}
      className={style}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...props}
    >
      {isBusy ? (
        <>
          <LoaderCircle aria-hidden className="absolute animate-spin" />
          <span className="inline-flex items-center gap-2 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
