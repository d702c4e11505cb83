"use client";

import { Ban, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ContactView } from "@/lib/contacts/contact-view";
import { removeContactsAction, restoreContactsAction, updateContactAction } from "../actions";

/** Ending someone's subscription for them, and moving them to the trash. */
export function PersonActions({ contact }: { contact: ContactView }) {
  const t = useTranslations("contacts");
  const words = useTranslations("words");
  const router = useRouter();
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(" ") || contact.email;
  const hasEnded = contact.status === "unsubscribed" || contact.status === "complained";

  async function unsubscribe() {
    const result = await updateContactAction({ id: contact.id, status: "unsubscribed" });
    if (result.ok) toast.success(t("person.unsubscribed"));
    else toast.error(result.message);
    router.refresh();
  }
  async function undo() {
    const result = await restoreContactsAction({ ids: [contact.id] });
    if (result.ok) toast.success(t("remove.undone", { count: 1 }));
    else toast.error(result.message);
  }
  async function remove() {
    const result = await removeContactsAction({ ids: [contact.id] });
    if (!result.ok) {
      toast.error(result.message);
      return;
    }
    router.push("/contacts");
    toast.success(t("remove.done", { count: 1 }), {
      duration: 10_000,
      action: { label: words("undo"), onClick: () => void undo() },
    });
  }

  return (
    <>
      {!hasEnded && (
        <ConfirmDialog
          trigger={
            <Button>
              <Ban aria-hidden />
              {t("person.unsubscribe")}
            </Button>
          }
          title={t("person.unsubscribeTitle", { name })}
          sentence={t("person.unsubscribeSentence")}
          confirm={t("person.unsubscribe")}
          onConfirm={unsubscribe}
        />
      )}
      <ConfirmDialog
        trigger={
          <Button>
            <Trash2 aria-hidden />
            {words("remove")}
          </Button>
        }
        title={t("remove.title", { count: 1, name })}
        sentence={t("remove.sentence", { count: 1 })}
        confirm={t("remove.confirm", { count: 1 })}
        onConfirm={remove}
      />
    </>
  );
}
