import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A surface with a hairline. Its parts bring their own padding, so that tables reach the edges. */
export function Panel({ className, ...props }: ComponentProps<"section">) {
  return (
    <section
      className={cn("min-w-0 rounded-panel bg-surface shadow-[0_0_0_1px_var(--line)]", className)}
      {...props}
    />
  );
}

type PanelHeaderProps = { title: ReactNode; sentence?: ReactNode; action?: ReactNode; className?: string };

export function PanelHeader({ title, sentence, action, className }: PanelHeaderProps) {
  return (
    <header
      className={cn("flex flex-wrap items-start justify-between gap-3 px-4 pt-4 pb-3 md:px-5", className)}
    >
      <div className="grid gap-0.5">
        <h2 className="font-semibold text-base">{title}</h2>
        {sentence && <p className="max-w-measure text-ink-faint text-sm">{sentence}</p>}
      </div>
      {action}
    </header>
  );
}

export function PanelBody({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("px-4 pb-4 md:px-5 md:pb-5", className)} {...props} />;
}

export function PanelFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn("flex flex-wrap items-center justify-end gap-2 border-t px-4 py-3 md:px-5", className)}
      {...props}
    />
  );
}
