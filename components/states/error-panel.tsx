"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { TornPaperDrawing } from "./drawings";

type ErrorPanelProps = {
  /** The fault's number in the logs. */
  reference?: string | undefined;
  onRetry?: () => void;
  /** Where to go instead; the studio's home by default. */
  homeHref?: string;
};

/** What happened, what was kept, what to do, and the number to name when asking for help. */
export function ErrorPanel({ reference, onRetry, homeHref = "/" }: ErrorPanelProps) {
  const t = useTranslations("states");
  const titleId = useId();
  return (
    <section
      role="alert"
      aria-labelledby={titleId}
      className="mx-auto grid max-w-[520px] justify-items-center gap-3 px-6 py-16 text-center"
    >
      <TornPaperDrawing className="mb-3 text-ink-faint" />
      <h1 id={titleId} className="headline text-xl">
        {t("errorTitle")}
      </h1>
      <p className="text-base text-ink-soft">{t("errorKept")}</p>
      {reference && (
        <p className="flex flex-wrap items-center justify-center gap-2 text-ink-faint text-sm">
          <code>{t("errorReference", { reference })}</code>
          <CopyButton text={reference} />
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        <Button asChild>
          <a href={homeHref}>{t("errorHome")}</a>
        </Button>
        {onRetry && (
          <Button variant="primary" onClick={onRetry}>
            {t("errorRetry")}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The number under which Next.js logged a server's fault; a fault of the browser has none. */
export function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : undefined;
}
