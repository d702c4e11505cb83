"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { ListView } from "@/lib/contacts/list-lists";
import type { ImportPreviewView } from "@/lib/contacts/preview-import";
import { createUploadAction, previewImportAction } from "./actions";
import { MappingForm } from "./mapping-form";
import { sendFile } from "./send-file";

type Stage =
  | { name: "choose"; fault?: string }
  | { name: "sending"; file: string; share: number }
  | { name: "reading"; file: string }
  | { name: "mapping"; preview: ImportPreviewView };

/** A CSV file by drag or by picker: it is streamed to storage, looked into, and then mapped. */
export function ImportFile({ lists }: { lists: readonly ListView[] }) {
  const t = useTranslations("contacts.upload");
  const [stage, setStage] = useState<Stage>({ name: "choose" });
  const stop = useRef<AbortController>(undefined);

  async function take(file: File) {
    const abort = new AbortController();
    stop.current = abort;
    const target = await createUploadAction({ name: file.name, size: file.size, type: file.type });
    if (!target.ok) return setStage({ name: "choose", fault: target.message });
    setStage({ name: "sending", file: file.name, share: 0 });
    try {
      const sent = await sendFile(file, target.data, {
        signal: abort.signal,
        onProgress: (share) => setStage({ name: "sending", file: file.name, share }),
      });
      if (sent.status !== 200) return setStage({ name: "choose", fault: t("failed") });
    } catch {
      return setStage(abort.signal.aborted ? { name: "choose" } : { name: "choose", fault: t("failed") });
    }
    setStage({ name: "reading", file: file.name });
    const preview = await previewImportAction({ uploadId: target.data.uploadId });
    setStage(
      preview.ok ? { name: "mapping", preview: preview.data } : { name: "choose", fault: preview.message },
    );
  }

  if (stage.name === "mapping") {
    return (
      <MappingForm preview={stage.preview} lists={lists} onAnother={() => setStage({ name: "choose" })} />
    );
  }
  if (stage.name === "choose") return <ChooseFile fault={stage.fault} onChoose={(file) => void take(file)} />;
  const label = t(stage.name === "sending" ? "sending" : "reading", { name: stage.file });
  return (
    <div className="grid gap-3 py-10" role="status">
      <p className="truncate text-base">{label}</p>
      <Progress label={label} {...(stage.name === "sending" ? { value: stage.share } : {})} />
      {stage.name === "sending" && (
        <Button className="justify-self-start" size="small" onClick={() => stop.current?.abort()}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}

function ChooseFile({ fault, onChoose }: { fault: string | undefined; onChoose: (file: File) => void }) {
  const t = useTranslations("contacts.upload");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onChoose(file);
  }
  return (
    <div className="grid gap-3">
      {fault && <Notice tone="bad">{fault}</Notice>}
      {/* Dropping is an extra; the button inside does the same by keyboard. */}
      <fieldset
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "grid justify-items-center gap-3 rounded-panel border border-dashed px-6 py-12 text-center",
          isOver ? "border-accent bg-accent-soft" : "border-line-strong",
        )}
      >
        <FileUp aria-hidden className="size-7 text-ink-faint" />
        <p className="headline text-lg">{t("drop")}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("choose")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) onChoose(file);
          }}
        />
        <Button onClick={() => input.current?.click()}>{t("choose")}</Button>
        <p className="max-w-[52ch] text-ink-faint text-sm">{t("hint")}</p>
      </fieldset>
    </div>
  );
}
