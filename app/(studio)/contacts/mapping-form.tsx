"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup, RadioItem } from "@/components/ui/radio";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { ImportTarget, StandardTarget } from "@/lib/contacts/import-schema";
import type { ListView } from "@/lib/contacts/list-lists";
import type { ImportPreviewView } from "@/lib/contacts/preview-import";
import { createListAction, startImportAction } from "./actions";
import { ColumnTable } from "./mapping-columns";
import { splitTags } from "./split-tags";

type MappingFormProps = { preview: ImportPreviewView; lists: readonly ListView[]; onAnother: () => void };

const policies = ["skip", "update", "merge"] as const;
const delimiterNames = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;
const none = "none";
const fresh = "new";

/** What stands in which column, where everyone goes, and what happens to who is here already; then the import starts. */
export function MappingForm({ preview, lists, onAnother }: MappingFormProps) {
  const t = useTranslations("contacts.mapping");
  const dialog = useTranslations("contacts.addDialog");
  const router = useRouter();
  const [columns, setColumns] = useState(preview.columns);
  const [policy, setPolicy] = useState<(typeof policies)[number]>("skip");
  const [list, setList] = useState(none);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const problem = problemOf(columns);

  async function submit(data: FormData) {
    setBusy(true);
    setFault(undefined);
    const failed = (message: string, fields: Record<string, string> = {}) => {
      setBusy(false);
      setErrors(fields);
      setFault(message);
    };
    let listId: string | null = list === none ? null : list;
    if (list === fresh) {
      const made = await createListAction({ name: String(data.get("newList") ?? "") });
      if (!made.ok) return failed(made.message, { newList: made.fieldErrors.name ?? made.message });
      listId = made.data.id;
      setList(listId);
    }
    const started = await startImportAction({
      uploadId: preview.uploadId,
      columns,
      policy,
      list: listId,
      tags: splitTags(String(data.get("tags") ?? "")),
    });
    if (!started.ok) return failed(started.message, started.fieldErrors);
    router.push(`/contacts/imports/${started.data.id}`);
  }

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) void submit(new FormData(event.currentTarget));
      }}
    >
      {fault && <Notice tone="bad">{fault}</Notice>}
      <p className="text-ink-soft text-base">
        {t("found", {
          name: preview.fileName,
          columns: preview.header.length,
          encoding: preview.encoding.toUpperCase(),
          delimiter: t(delimiterNames[preview.delimiter]),
        })}
      </p>
      <ColumnTable preview={preview} columns={columns} onChange={setColumns} />
      {problem && (
        <Notice tone="warn">
          {problem.kind === "email" ? t("needEmail") : t("twice", { name: targetName(problem.target, t) })}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="grid content-start gap-3">
          <div className="grid gap-1.5">
            <span id="import-list" className="font-medium text-ink text-sm leading-5">
              {t("list")}
            </span>
            <Select value={list} onValueChange={setList}>
              <SelectTrigger aria-labelledby="import-list">
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                <SelectItem value={none}>{dialog("noList")}</SelectItem>
                {lists.map(({ id, name }) => (
                  <SelectItem key={id} value={id}>
                    {name}
                  </SelectItem>
                ))}
                <SelectItem value={fresh}>{t("newList")}</SelectItem>
              </SelectContent>
            </Select>
          </div>
          {list === fresh && (
            <Field label={t("newListName")} error={errors.newList}>
              <Input name="newList" required maxLength={80} autoComplete="off" autoFocus />
            </Field>
          )}
          <Field label={t("tagsLabel")} hint={dialog("tagsHint")} error={errors.tags} isOptional>
            <Input name="tags" autoComplete="off" />
          </Field>
        </div>
        <fieldset className="grid content-start gap-1.5">
          <legend className="mb-1.5 font-medium text-ink text-sm leading-5">{t("policy")}</legend>
          <RadioGroup
            value={policy}
            onValueChange={(value) => setPolicy(policies.find((known) => known === value) ?? "skip")}
          >
            {policies.map((name) => (
              <RadioItem key={name} value={name} label={t(name)} hint={t(`${name}Hint`)} />
            ))}
          </RadioGroup>
        </fieldset>
      </div>
      <p className="text-ink-faint text-sm">{t("consent")}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onAnother} disabled={isBusy}>
          {t("another")}
        </Button>
        <Button type="submit" variant="primary" isBusy={isBusy} disabled={problem !== null}>
          {t("start")}
        </Button>
      </div>
    </form>
  );
}

type Problem = { kind: "email" } | { kind: "twice"; target: ImportTarget };

function problemOf(columns: readonly (ImportTarget | null)[]): Problem | null {
  const chosen = columns.filter((target) => target !== null);
  const twice = chosen.find((target, at) => chosen.indexOf(target) !== at);
  if (twice) return { kind: "twice", target: twice };
  return chosen.includes("email") ? null : { kind: "email" };
}

type Names = (key: StandardTarget) => string;

function targetName(target: ImportTarget, t: Names): string {
  return isField(target) ? target.slice("fields.".length) : t(target);
}

function isField(target: ImportTarget): target is `fields.${string}` {
  return target.startsWith("fields.");
}
