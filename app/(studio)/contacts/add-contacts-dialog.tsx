"use client";

import { UserPlus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { ListView } from "@/lib/contacts/list-lists";
import { AddOneForm } from "./add-one-form";
import { ImportFile } from "./import-file";

type AddContactsDialogProps = {
  lists: readonly ListView[];
  /** The tab that the page's address asks for. */
  opened: "manual" | "csv" | null;
};

/** The one way in for new contacts: by hand, or by a CSV file. */
export function AddContactsDialog({ lists, opened }: AddContactsDialogProps) {
  const t = useTranslations("contacts");
  const router = useRouter();
  const pathname = usePathname();
  const [isOpen, setOpen] = useState(opened !== null);
  function change(next: boolean) {
    setOpen(next);
    if (!next && opened) router.replace(pathname);
  }
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t("add")}
        </Button>
      </DialogTrigger>
      <DialogContent width="wide" title={t("addDialog.title")} sentence={t("addDialog.consent")}>
        <Tabs defaultValue={opened ?? "manual"}>
          <TabsList>
            <TabsTrigger value="manual">{t("addDialog.manual")}</TabsTrigger>
            <TabsTrigger value="csv">{t("addDialog.csv")}</TabsTrigger>
          </TabsList>
          <TabsContent value="manual">
            <AddOneForm lists={lists} onDone={() => change(false)} />
          </TabsContent>
          <TabsContent value="csv">
            <ImportFile lists={lists} />
          </TabsContent>
        </Tabs>
      </DialogContent>
    </Dialog>
  );
}
