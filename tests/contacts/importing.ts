import type { Viewer } from "@/lib/accounts/viewer";
import { getImport, type ImportView, openErrorReport } from "@/lib/contacts/get-import";
import type { StartImportInput } from "@/lib/contacts/import-schema";
import { listContacts } from "@/lib/contacts/list-contacts";
import { runImport } from "@/lib/contacts/run-import";
import { startImport } from "@/lib/contacts/start-import";
import { givenUpload } from "@/prisma/seed/upload";

export type Wishes = Omit<StartImportInput, "uploadId">;

export async function runToEnd(
  id: string,
  options: { sliceMs?: number; batchRows?: number } = {},
): Promise<void> {
  while ((await runImport(id, options))?.again);
}

export async function importing(
  viewer: Viewer,
  content: string | Buffer,
  wishes: Wishes = {},
): Promise<ImportView> {
  const uploadId = await givenUpload(viewer, content);
  const { id } = await startImport(viewer, { uploadId, ...wishes });
  await runToEnd(id);
  return getImport(viewer, id);
}

export async function contactsOf(viewer: Viewer) {
  return (await listContacts(viewer, { sort: "email", limit: 200 })).contacts;
}

export async function reportOf(viewer: Viewer, id: string): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of await openErrorReport(viewer, id)) chunks.push(String(chunk));
  return chunks.join("").trimEnd().split("\r\n");
}

export function csvOf(rows: number, from = 0): string {
  const lines = Array.from({ length: rows }, (_, n) => `user${from + n}@example.com,First ${from + n},Last`);
  return `email,first name,last name\n${lines.join("\n")}\n`;
}
