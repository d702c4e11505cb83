"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { createApiKeyAction } from "./actions";
import { KeyForm } from "./key-form";
import { MadeKey } from "./made-key";

/** Makes a key and shows it this once; closing the dialog forgets it. */
export function CreateKeyDialog() {
  const t = useTranslations("settings");
  const words = useTranslations("words");
  const errors = useTranslations("errors");
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState("");
  const [fault, setFault] = useState("");
  const [faults, setFaults] = useState<Record<string, string>>({});

  function change(open: boolean) {
    setOpen(open);
    setMade("");
    setFault("");
    setFaults({});
  }

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const data = new FormData(event.currentTarget);
    const days = Number(data.get("days"));
    setBusy(true);
    setFault("");
    setFaults({});
    const answer = await createApiKeyAction({
      name: String(data.get("name") ?? ""),
      scopes: data.getAll("scopes") as never[],
      ...(days > 0 ? { expiresAt: new Date(Date.now() + days * 86_400_000) } : {}),
    }).catch(() => null);
    setBusy(false);
    if (answer?.ok) return setMade(answer.data.key);
    const named = answer?.fieldErrors ?? {};
    setFaults(named);
    if (Object.keys(named).length === 0) setFault(answer?.message ?? errors("unavailable"));
  }

  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          {t("createKey")}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={made ? t("keyReady") : t("createKey")}
        sentence={made ? t("keyOnce") : t("createKeySentence")}
        // A click beside it must not lose the only sight of the key.
        onInteractOutside={(event) => made && event.preventDefault()}
        footer={
          made ? (
            <Button variant="primary" onClick={() => change(false)}>
              {words("done")}
            </Button>
          ) : (
            <>
              <Button onClick={() => change(false)}>{words("cancel")}</Button>
              <Button type="submit" form={formId} variant="primary" isBusy={isBusy}>
                {t("createKey")}
              </Button>
            </>
          )
        }
      >
        {made ? (
          <MadeKey value={made} />
        ) : (
          <KeyForm id={formId} onSubmit={create} fault={fault} faults={faults} />
        )}
      </DialogContent>
    </Dialog>
  );
}
