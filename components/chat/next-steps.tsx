import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { WorkflowStep } from "@/lib/composer/workflow-rules";

const stepsAfter: Partial<Record<WorkflowStep, readonly ("audience" | "check" | "test" | "send")[]>> = {
  draft: ["audience", "check", "test"],
  audience: ["audience", "check", "test"],
  review: ["check", "test", "send"],
};

/** What usually comes next, said with one click; it is said in the conversation like anything else. */
export function NextSteps({ step, onSay }: { step: WorkflowStep; onSay: (words: string) => void }) {
  const t = useTranslations("chat");
  const next = stepsAfter[step] ?? [];
  if (next.length === 0) return null;
  return (
    <ul aria-label={t("nextLabel")} className="flex flex-wrap gap-1.5">
      {next.map((name) => (
        <li key={name}>
          <Button size="small" onClick={() => onSay(t(`say_${name}`))}>
            {t(`next_${name}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
