import { describe, expect, it } from "vitest";
import { cancelImport, getImport, listImports, openErrorReport } from "@/lib/contacts/get-import";
import { previewImport } from "@/lib/contacts/preview-import";
import { startImport } from "@/lib/contacts/start-import";
import { db } from "@/lib/platform/db";
import { deleteFile, statFile } from "@/lib/platform/storage";
import { givenContact } from "@/prisma/seed/contact";
import { givenList } from "@/prisma/seed/list";
import { givenUpload } from "@/prisma/seed/upload";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { contactsOf, csvOf, runToEnd } from "./importing";

describe("the file", () => {
  it("is deleted when its import has ended, but not under another that reads it", async () => {
    const { owner } = await givenWorkspace();
    const uploadId = await givenUpload(owner, csvOf(20));
    const { storageKey } = await db().upload.findUniqueOrThrow({ where: { id: uploadId } });
    const first = await startImport(owner, { uploadId });
    const second = await startImport(owner, { uploadId, policy: "update" });
    await runToEnd(first.id);
    expect(await statFile(storageKey)).toBeDefined();
    await runToEnd(second.id);
    expect((await getImport(owner, second.id)).rows.updated).toBe(20);
    await expect(statFile(storageKey)).rejects.toMatchObject({ code: "not_found" });
    await expect(startImport(owner, { uploadId })).rejects.toMatchObject({ userMessage: "upload_missing" });
  });

  it("gone before its turn ends the import as failed, and says so", async () => {
    const { owner } = await givenWorkspace();
    const uploadId = await givenUpload(owner, csvOf(20));
    const { storageKey } = await db().upload.findUniqueOrThrow({ where: { id: uploadId } });
    const { id } = await startImport(owner, { uploadId });
    await deleteFile(storageKey);
    await runToEnd(id);
    expect(await getImport(owner, id)).toMatchObject({ status: "failed", failureCode: "file_gone" });
  });
});

describe("what is not CSV", () => {
  it.each([
    ["import_spreadsheet", Buffer.from("504b03040a0000000000", "hex")],
    ["import_binary", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(400, 7)])],
    ["import_html", "<!DOCTYPE html><html><body>a@example.com</body></html>"],
    ["import_empty", " \n\r\n"],
    ["import_no_email", "name,city\nAna,Porto\nBob,Rio\n"],
    ["import_no_email", "just a sentence\nand another one\n"],
  ])("is refused as %s before anything is written", async (userMessage, content) => {
    const { owner } = await givenWorkspace();
    const uploadId = await givenUpload(owner, content);
    const refused = { code: "invalid", userMessage };
    await expect(previewImport(owner, uploadId)).rejects.toMatchObject(refused);
    await expect(startImport(owner, { uploadId })).rejects.toMatchObject(refused);
    expect(await listImports(owner)).toEqual([]);
  });

  it("an empty and an oversized file are refused when announced, naming the limit", async () => {
    const { owner } = await givenWorkspace();
    const { createUpload } = await import("@/lib/contacts/create-upload");
    await expect(createUpload(owner, { name: "a.csv", size: 0 })).rejects.toMatchObject({
      userMessage: "import_empty",
    });
    await expect(createUpload(owner, { name: "a.csv", size: 2 ** 40 })).rejects.toMatchObject({
      code: "too_large",
      values: { limit: "256 MB" },
    });
  });
});

describe("mapping", () => {
  it("is previewed with targets, first rows and format", async () => {
    const { owner } = await givenWorkspace();
    await givenContact(owner.workspaceId, { fields: { shoe: "43" } });
    const uploadId = await givenUpload(owner, "Name\tE-Mail\tCompany!\nAna Silva\ta@example.com\tQuay\n");
    expect(await previewImport(owner, uploadId)).toMatchObject({
      delimiter: "\t",
      encoding: "utf-8",
      hasHeader: true,
      header: ["Name", "E-Mail", "Company!"],
      columns: ["name", "email", "fields.Company"],
      rows: [["Ana Silva", "a@example.com", "Quay"]],
      fieldKeys: ["shoe"],
    });
  });

  it("by header or position decides, and is refused without exactly one address", async () => {
    const { owner } = await givenWorkspace();
    const uploadId = await givenUpload(owner, "a,b,c\nx@example.com,Ana,y@example.com\n");
    const invalid = (userMessage: string) => ({ code: "invalid", userMessage });
    await expect(startImport(owner, { uploadId, columns: [null, "firstName"] })).rejects.toMatchObject(
      invalid("import_mapping_email"),
    );
    await expect(startImport(owner, { uploadId, mapping: { nope: "email" } })).rejects.toMatchObject(
      invalid("import_mapping_unknown"),
    );
    await expect(
      startImport(owner, { uploadId, columns: ["email", "fields.x", "fields.x"] }),
    ).rejects.toMatchObject(invalid("import_mapping_twice"));
    const { id } = await startImport(owner, {
      uploadId,
      mapping: { A: "ignore", b: "firstName", c: "email" },
    });
    await runToEnd(id);
    expect(await contactsOf(owner)).toMatchObject([{ email: "y@example.com", firstName: "Ana", fields: {} }]);
  });

  it("finds nothing of another workspace", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const uploadId = await givenUpload(owner, csvOf(1));
    const theirs = await givenList(stranger.workspaceId);
    const { id } = await startImport(owner, { uploadId });
    const notFound = { code: "not_found" };
    await expect(previewImport(stranger, uploadId)).rejects.toMatchObject(notFound);
    await expect(startImport(stranger, { uploadId })).rejects.toMatchObject(notFound);
    await expect(startImport(owner, { uploadId, list: theirs.id })).rejects.toMatchObject(notFound);
    await expect(getImport(stranger, id)).rejects.toMatchObject(notFound);
    await expect(cancelImport(stranger, id)).rejects.toMatchObject(notFound);
    await expect(openErrorReport(stranger, id)).rejects.toMatchObject(notFound);
  });
});
