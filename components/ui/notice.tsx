import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type Tone = "info" | "good" | "warn" | "bad";

const looks: Record<Tone, { icon: LucideIcon; style: string; ink: string }> = {
  info: { icon: Info, style: "bg-accent-soft", ink: "text-accent" },
  good: { icon: CircleCheck, style: "bg-good-soft", ink: "text-good" },
  warn: { icon: TriangleAlert, style: "bg-warn-soft", ink: "text-warn" },
  bad: { icon: CircleAlert, style: "bg-bad-soft", ink: "text-bad" },
};

type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: Tone;
  title?: ReactNode;
  action?: ReactNode;
};

/** Something to know, in the flow of the page. A fault (`tone="bad"`) is announced at once. */
export function Notice({ tone = "info", title, action, className, children, ...props }: NoticeProps) {
  const { icon: Icon, style, ink } = looks[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={cn("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-panel px-4 py-3", style, className)}
      {...props}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", ink)} />
      <div className="min-w-0 grow basis-52 text-base text-ink">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
