"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { restoreVersionAction } from "../actions";

type ViewedVersionProps = { id: string; viewed: number; newest: number; canRestore: boolean };

/** Says that an earlier version is shown, and brings it back on request. */
export function ViewedVersion({ id, viewed, newest, canRestore }: ViewedVersionProps) {
  const t = useTranslations("newsletters.history");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const restore = () =>
    start(async () => {
      const outcome = await restoreVersionAction({ id, version: viewed, newest });
      if (!outcome.ok) {
        toast.error(outcome.message);
        router.refresh();
        return;
      }
      toast.success(t("restored", { version: viewed, saved: outcome.data.version }));
      router.push(`/newsletters/${id}`, { scroll: false });
    });
  return (
    <Notice
      className="mb-6"
      title={t("viewing", { version: viewed })}
      action={
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="quiet">
            <Link href={`/newsletters/${id}`} scroll={false}>
              {t("back")}
            </Link>
          </Button>
          {canRestore && (
            <Button isBusy={isBusy} onClick={restore}>
              {t("restore")}
            </Button>
          )}
        </div>
      }
    >
      {t("viewingSentence", { newest })}
    </Notice>
  );
}
