"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { NewsletterPreview } from "@/components/newsletter-preview/newsletter-preview";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { TemplateView } from "@/lib/templates/template-schema";

type TemplatePreviewProps = {
  template: TemplateView | null;
  isLocked: boolean;
  canUse: boolean;
  isBusy: boolean;
  onClose: () => void;
  onUse: (slug: string) => void;
};

/** The template as a mail, on a wide screen and a telephone, light and dark. */
export function TemplatePreview({
  template,
  isLocked,
  canUse,
  isBusy,
  onClose,
  onUse,
}: TemplatePreviewProps) {
  const t = useTranslations("templates");
  return (
    <Dialog open={template !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {template && (
        <DialogContent
          width="wide"
          title={template.name}
          sentence={t("previewSentence")}
          className="md:h-[85dvh]"
          footer={
            isLocked ? (
              <>
                <p className="me-auto text-ink-soft text-sm">{t("proLocked")}</p>
                <Button asChild variant="primary">
                  <Link href="/pricing">
                    <Lock aria-hidden />
                    {t("seePlans")}
                  </Link>
                </Button>
              </>
            ) : (
              canUse && (
                <Button variant="primary" isBusy={isBusy} onClick={() => onUse(template.slug)}>
                  {t("use")}
                </Button>
              )
            )
          }
        >
          <NewsletterPreview
            address={`/templates/${template.slug}/mail`}
            title={t("frame", { name: template.name })}
          />
        </DialogContent>
      )}
    </Dialog>
  );
}
