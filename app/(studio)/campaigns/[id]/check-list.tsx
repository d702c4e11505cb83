"use client";

import { CircleCheck, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { FindingList } from "@/components/campaign/finding-list";
import { Button } from "@/components/ui/button";
import type { Finding } from "@/lib/campaigns/campaign-schema";
import { fixFindingAction } from "../actions";

type Props = { id: string; newsletterId: string; findings: readonly Finding[] };

/** What the check found, each with the shortest way to mend it. */
export function CheckList({ id, newsletterId, findings }: Props) {
  const t = useTranslations("campaigns");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const fix = (finding: Finding) =>
    start(async () => {
      const outcome = await fixFindingAction({
        id,
        code: finding.code,
        ...(finding.blockId ? { blockId: finding.blockId } : {}),
      });
      if (!outcome.ok) toast.error(outcome.message);
      router.refresh();
    });
  return (
    <div className="grid gap-4">
      {findings.length === 0 ? (
        <p className="flex items-center gap-2 text-base text-good">
          <CircleCheck aria-hidden className="size-4" />
          {t("draft.allGood")}
        </p>
      ) : (
        <FindingList
          findings={findings}
          action={(finding) => {
            if (finding.isFixable) {
              return (
                <Button size="small" disabled={isBusy} onClick={() => fix(finding)}>
                  {t("findings.fix")}
                </Button>
              );
            }
            if (!finding.blockId) return null;
            return (
              <Button asChild size="small" variant="quiet">
                <Link href={`/newsletters/${newsletterId}#${finding.blockId}`}>{t("findings.show")}</Link>
              </Button>
            );
          }}
        />
      )}
      <Button
        size="small"
        className="justify-self-start"
        isBusy={isBusy}
        onClick={() => start(() => router.refresh())}
      >
        <RefreshCw aria-hidden />
        {t("draft.checkAgain")}
      </Button>
    </div>
  );
}
