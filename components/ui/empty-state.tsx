import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
  /** One drawing in line, from components/states/drawings. */
  drawing?: ReactNode;
  title: ReactNode;
  sentence?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ drawing, title, sentence, action, className }: EmptyStateProps) {
  return (
    <div className={cn("grid justify-items-center gap-2 px-6 py-14 text-center", className)}>
      {drawing && <div className="mb-3 text-ink-faint">{drawing}</div>}
      <p className="headline text-lg">{title}</p>
      {sentence && <p className="max-w-[46ch] text-ink-soft text-base">{sentence}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
