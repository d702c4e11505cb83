import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import type { ShellView } from "./shell-view";

/** What the month has used, in a bar and in words. */
export function UsageMeter({ usage }: { usage: ShellView["usage"] }) {
  const t = useTranslations("shell");
  if (!usage.emails && !usage.credits) return null;
  return (
    <section aria-label={t("usage")} className="grid gap-2.5 text-ink-faint text-xs">
      {usage.emails && (
        <div className="grid gap-1">
          <Progress value={share(usage.emails)} label={t("emailsUsed", usage.emails)} className="h-1" />
          <p className="tabular-nums">{t("emailsUsed", usage.emails)}</p>
        </div>
      )}
      {usage.credits && (
        <div className="grid gap-1">
          <Progress value={share(usage.credits)} label={t("creditsUsed", usage.credits)} className="h-1" />
          <p className="tabular-nums">{t("creditsUsed", usage.credits)}</p>
        </div>
      )}
    </section>
  );
}

function share({ used, limit }: { used: number; limit: number }): number {
  return limit > 0 ? used / limit : 0;
}
