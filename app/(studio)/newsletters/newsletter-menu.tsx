"use client";

import { BookOpen, Ellipsis, Megaphone, MessageSquareText, PenLine } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { RenameDialog } from "./rename-dialog";
import { useNextStep } from "./use-next-step";

type NewsletterMenuProps = {
  id: string;
  title: string;
  canWrite: boolean;
  canChat: boolean;
  canCampaign: boolean;
};

/** All that can be done with a newsletter in a list. */
export function NewsletterMenu({ id, title, canWrite, canChat, canCampaign }: NewsletterMenuProps) {
  const t = useTranslations("newsletters");
  const [isRenaming, setRenaming] = useState(false);
  const { continueInChat, makeCampaign, busy } = useNextStep(id);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="quiet" size="icon" isBusy={busy !== null} aria-label={t("menu", { title })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link href={`/newsletters/${id}`}>
              <BookOpen aria-hidden />
              {t("open")}
            </Link>
          </DropdownMenuItem>
          {FEATURE_CHAT && canChat && (
            <DropdownMenuItem onSelect={continueInChat}>
              <MessageSquareText aria-hidden />
              {t("chat")}
            </DropdownMenuItem>
          )}
          {canCampaign && (
            <DropdownMenuItem onSelect={makeCampaign}>
              <Megaphone aria-hidden />
              {t("campaign")}
            </DropdownMenuItem>
          )}
          {canWrite && (
            <DropdownMenuItem onSelect={() => setRenaming(true)}>
              <PenLine aria-hidden />
              {t("rename")}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <RenameDialog id={id} title={title} isOpen={isRenaming} onOpenChange={setRenaming} />
    </>
  );
}
