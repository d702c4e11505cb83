import { CircleAlert, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Finding } from "@/lib/campaigns/campaign-schema";
import { useSay } from "./use-say";

type FindingListProps = {
  findings: readonly Finding[];
  /** What can be done about one: a button, or nothing. */
  action?: (finding: Finding) => ReactNode;
};

/** What the check found, errors first, each in an icon, a word and a sentence. */
export function FindingList({ findings, action }: FindingListProps) {
  const t = useTranslations("campaigns.findings");
  const say = useSay("findings");
  return (
    <ul className="grid gap-2">
      {findings.map((finding) => {
        const isError = finding.severity === "error";
        const Icon = isError ? CircleAlert : Info;
        return (
          <li
            key={`${finding.code} ${finding.blockId ?? ""} ${JSON.stringify(finding.values ?? {})}`}
            className="flex items-start gap-2.5 text-base"
          >
            <Icon
              aria-hidden
              className={
                isError ? "mt-0.5 size-4 shrink-0 text-bad" : "mt-0.5 size-4 shrink-0 text-ink-faint"
              }
            />
            <p className="min-w-0 grow [overflow-wrap:anywhere]">
              <span className="sr-only">{t(isError ? "error" : "warning")}: </span>
              {say(finding.code, finding.values)}
            </p>
            {action?.(finding)}
          </li>
        );
      })}
    </ul>
  );
}
