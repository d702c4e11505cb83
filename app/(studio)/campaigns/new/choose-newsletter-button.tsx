"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { createCampaignAction } from "../actions";

/** Makes a draft of this newsletter and goes there. */
export function ChooseNewsletterButton({ newsletterId, title }: { newsletterId: string; title: string }) {
  const t = useTranslations("campaigns");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  return (
    <Button
      isBusy={isBusy}
      aria-label={t("chooseNamed", { title })}
      onClick={() =>
        start(async () => {
          const made = await createCampaignAction({ newsletterId });
          if (made.ok) router.push(`/campaigns/${made.data.id}`);
          else toast.error(made.message);
        })
      }
    >
      {t("choose")}
    </Button>
  );
}
