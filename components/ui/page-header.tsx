import type { ReactNode } from "react";
import { cn } from "./cn";

type PageHeaderProps = {
  title: ReactNode;
  /** At most one quiet sentence. */
  sentence?: ReactNode;
  /** One primary action, at the right. */
  action?: ReactNode;
  /** A link back, above the title. */
  back?: ReactNode;
  className?: string;
};

export function PageHeader({ title, sentence, action, back, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-6", className)}>
      <div className="grid min-w-0 gap-1">
        {back}
        <h1 className="headline text-xl md:text-2xl">{title}</h1>
        {sentence && <p className="max-w-measure text-ink-soft text-base">{sentence}</p>}
      </div>
      {action && <div className="flex flex-wrap items-center gap-2">{action}</div>}
    </header>
  );
}
