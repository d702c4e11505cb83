import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { enqueue } from "@/lib/jobs/enqueue";
import { now } from "@/lib/platform/clock";
import { db, transaction } from "@/lib/platform/db";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { foldText } from "./contact-rules";
import { getImport, type ImportView } from "./get-import";
import { suggestColumns } from "./import-rules";
import {
  type ImportColumns,
  type ImportTarget,
  type StartImportInput,
  startImportInput,
} from "./import-schema";
import { assertLists } from "./internal/mark-contacts";
import { importContactsJob } from "./jobs/import-contacts";
import { type FileHead, getReceivedUpload, readHead } from "./preview-import";

type Input = ReturnType<typeof startImportInput.parse>;

/**
 * Starts importing an uploaded file in the background. Throws `not_found` (upload, list), `conflict` while the bytes have not arrived,
 * `invalid` for what is not CSV with addresses and for a mapping without exactly one address; nothing is written then.
 */
export async function startImport(viewer: Viewer, raw: StartImportInput): Promise<ImportView> {
  assertCan(viewer, "contacts.import");
  const input = startImportInput.parse(raw);
  const { workspaceId } = viewer;
  const upload = await getReceivedUpload(viewer, input.uploadId);
  const head = await readHead(upload.storageKey);
  const columns = chooseColumns(head, input);
  await assertLists(db(), workspaceId, input.list ? [input.list] : []);
  const id = newId();
  await transaction(async (tx) => {
    await tx.import.create({
      data: {
        id,
        workspaceId,
        createdById: viewer.userId,
        uploadId: upload.id,
        fileName: upload.name,
        storageKey: upload.storageKey,
        ...head.format,
        columns,
        policy: input.policy,
        source: viewer.via === "api_key" ? "api" : "imported",
        listId: input.list ?? null,
        tagNames: input.tags,
        sizeBytes: upload.sizeBytes,
        createdAt: now(),
      },
    });
    await enqueue(tx, importContactsJob, { importId: id }, { group: workspaceId });
  });
  return getImport(viewer, id);
}

/** By position, else by header, else as suggested. Throws `invalid`. */
function chooseColumns(head: FileHead, input: Input): ImportColumns {
  const columns = input.columns ?? mapByHeader(head, input.mapping ?? {});
  if (columns.length > head.header.length) throw mappingFault("import_mapping_unknown");
  const chosen = columns.filter((target): target is ImportTarget => target !== null);
  if (chosen.filter((target) => target === "email").length !== 1) throw mappingFault("import_mapping_email");
  if (new Set(chosen).size !== chosen.length) throw mappingFault("import_mapping_twice");
  return columns;
}

/** Of two columns with the same header the first is meant. */
function mapByHeader(head: FileHead, mapping: Record<string, ImportTarget | null>): ImportColumns {
  const columns = suggestColumns(head.header, head.rows);
  for (const [title, target] of Object.entries(mapping)) {
    const at = head.header.findIndex((header) => foldText(header) === foldText(title));
    if (at < 0) throw mappingFault("import_mapping_unknown");
    const suggested = target === null ? -1 : columns.indexOf(target);
    const isNamed =
      suggested >= 0 &&
      Object.keys(mapping).some((name) => foldText(name) === foldText(head.header[suggested] ?? ""));
    if (suggested >= 0 && !isNamed) columns[suggested] = null;
    columns[at] = target;
  }
  return columns;
}

function mappingFault(userMessage: string): AppError {
  return new AppError("invalid", `mapping: ${userMessage}`, {
    userMessage,
    fields: { mapping: userMessage },
  });
}
