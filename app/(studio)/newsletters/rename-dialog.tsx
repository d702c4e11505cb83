"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { renameNewsletterAction } from "./actions";

type RenameDialogProps = {
  id: string;
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Names a newsletter; what was typed stays when it is refused. */
export function RenameDialog({ id, title, isOpen, onOpenChange }: RenameDialogProps) {
  const t = useTranslations("newsletters");
  const words = useTranslations("words");
  const form = useId();
  const [value, setValue] = useState(title);
  const [fault, setFault] = useState<string | undefined>();
  const [isBusy, start] = useTransition();
  function change(isNowOpen: boolean) {
    if (!isNowOpen) {
      setValue(title);
      setFault(undefined);
    }
    onOpenChange(isNowOpen);
  }
  const save = () =>
    start(async () => {
      const outcome = await renameNewsletterAction({ id, title: value });
      setFault(outcome.ok ? undefined : (outcome.fieldErrors.title ?? outcome.message));
      if (!outcome.ok) return;
      toast.success(t("renamed", { title: value.trim() }));
      onOpenChange(false);
    });
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogContent
        title={t("renameTitle")}
        sentence={t("renameSentence")}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="quiet">{words("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} variant="primary" isBusy={isBusy}>
              {t("rename")}
            </Button>
          </>
        }
      >
        <form id={form} action={save}>
          <Field label={t("renameLabel")} error={fault}>
            <Input
              value={value}
              maxLength={200}
              required
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
