import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { WorkflowStep } from "@/lib/composer/workflow-rules";

/** In the order they are shown; a step that is added to the workflow must find its place here. */
const place: Record<WorkflowStep, number> = {
  brief: 0,
  template: 1,
  draft: 2,
  audience: 3,
  review: 4,
  scheduled: 5,
  sent: 6,
};
const stepsInOrder = (Object.keys(place) as WorkflowStep[]).sort((a, b) => place[a] - place[b]);

/** Where the issue stands, quietly: what is done, what is now, what comes. */
export function StepsLine({ step }: { step: WorkflowStep }) {
  const t = useTranslations("chat");
  const shown = stepsInOrder.filter((name) => name !== "scheduled" || step === "scheduled");
  const at = shown.indexOf(step);
  return (
    <ol
      aria-label={t("stepsLabel")}
      className="flex items-center gap-x-1 overflow-x-auto text-ink-faint text-xs [scrollbar-width:none]"
    >
      {shown.map((name, index) => {
        const word = t(`step_${name}`);
        const isDone = index < at || step === "sent";
        const isNow = index === at;
        return (
          <li
            key={name}
            aria-current={isNow ? "step" : undefined}
            className={cn(
              "flex shrink-0 items-center gap-1",
              isNow && "font-medium text-ink",
              index !== at && "max-sm:hidden",
            )}
          >
            {index > 0 && <span aria-hidden className="mx-1 h-px w-3 bg-line-strong/50 max-sm:hidden" />}
            {isDone && <Check aria-hidden className="size-3 text-good" />}
            {isNow && step !== "sent" && <span aria-hidden className="size-1.5 rounded-full bg-mark" />}
            <span>{word}</span>
          </li>
        );
      })}
    </ol>
  );
}
