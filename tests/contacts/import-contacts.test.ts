import { describe, expect, it } from "vitest";
import { createContact } from "@/lib/contacts/create-contact";
import { getContact, listConsents } from "@/lib/contacts/get-contact";
import { cancelImport, getImport, listImports } from "@/lib/contacts/get-import";
import { listLists } from "@/lib/contacts/list-lists";
import { removeContact } from "@/lib/contacts/remove-contacts";
import { runImport } from "@/lib/contacts/run-import";
import { startImport } from "@/lib/contacts/start-import";
import { suppressAddress } from "@/lib/contacts/suppress-address";
import { db, transaction } from "@/lib/platform/db";
import { givenContact, givenContacts } from "@/prisma/seed/contact";
import { givenList } from "@/prisma/seed/list";
import { givenUpload } from "@/prisma/seed/upload";
import { givenWorkspace } from "@/prisma/seed/workspace";
import { contactsOf, csvOf, importing, reportOf, runToEnd } from "./importing";

describe("what a file brings", () => {
  it("becomes contacts with names, custom fields, tags, status, list and consent", async () => {
    const { owner } = await givenWorkspace();
    const list = await givenList(owner.workspaceId, "Fair");
    const done = await importing(
      owner,
      [
        "E-mail;Nome;Sobrenome;Cidade;Etiquetas;Situação",
        "Ana@Example.com;Ana;Conceição;Porto;vip|press;",
        "bob@example.com;Bob;O'Neil;;;unsubscribed",
      ].join("\r\n"),
      { list: list.id, tags: ["fair 2026"] },
    );
    expect(done).toMatchObject({
      status: "completed",
      rows: { total: 2, created: 2, updated: 0, skipped: 0, failed: 0 },
    });
    const [ana, bob] = await contactsOf(owner);
    expect(ana).toMatchObject({
      email: "Ana@Example.com",
      firstName: "Ana",
      lastName: "Conceição",
      fields: { Cidade: "Porto" },
      status: "subscribed",
    });
    expect(ana?.tags.map((tag) => tag.name)).toEqual(["fair 2026", "press", "vip"]);
    expect(bob).toMatchObject({ status: "unsubscribed", fields: {} });
    expect(await listLists(owner)).toMatchObject([{ name: "Fair", contacts: 2 }]);
    expect(await listConsents(owner, ana?.id ?? "")).toMatchObject([
      { action: "granted", source: "imported", importId: done.id },
    ]);
    expect(await listConsents(owner, bob?.id ?? "")).toEqual([]);
    expect(await listImports(owner)).toMatchObject([{ id: done.id, doneBytes: done.sizeBytes }]);
  });

  it("is read in UTF-8 with a mark, UTF-16 and Windows-1252, by comma, semicolon, tab and bar", async () => {
    const { owner } = await givenWorkspace();
    const text = (delimiter: string, n: number) =>
      `email${delimiter}first name\r\np${n}@example.com${delimiter}Zoë`;
    const bigEndian = Buffer.from(`\ufeff${text("\t", 3)}`, "utf16le").swap16();
    const files = [
      Buffer.from(`\ufeff${text(",", 1)}`),
      Buffer.from(`\ufeff${text(";", 2)}`, "utf16le"),
      bigEndian,
      Buffer.from(text("|", 4), "latin1"),
    ];
    for (const file of files) {
      expect(await importing(owner, file)).toMatchObject({
        status: "completed",
        rows: { created: 1, failed: 0 },
      });
    }
    expect((await contactsOf(owner)).map((contact) => contact.firstName)).toEqual([
      "Zoë",
      "Zoë",
      "Zoë",
      "Zoë",
    ]);
  });

  it("may hold anything in names: markup, formulas, quotes, line breaks, NUL, emoji", async () => {
    const { owner } = await givenWorkspace();
    const done = await importing(
      owner,
      'email,first name,last name\na@example.com,<script>alert(1)</script>,"=HYPERLINK(""x"")"\n' +
        'b@example.com,"Line\nbreak",N\0L\nc@example.com,👋🏽,"Bob "The Man" Smith"\n',
    );
    expect(done.rows).toMatchObject({ created: 3, failed: 0 });
    expect((await contactsOf(owner)).map((contact) => [contact.firstName, contact.lastName])).toEqual([
      ["<script>alert(1)</script>", '=HYPERLINK("x")'],
      ["Line break", "N L"],
      ["👋🏽", 'Bob "The Man" Smith'],
    ]);
  });

  it("may have no header, or the same header twice", async () => {
    const { owner } = await givenWorkspace();
    expect((await importing(owner, "a@example.com,Ana\nb@example.com,Bea")).rows.created).toBe(2);
    const twice = "name,email,email,note,note\nCara Dias,c@example.com,other@example.com,one,two";
    expect((await importing(owner, twice)).rows.created).toBe(1);
    expect(await contactsOf(owner)).toMatchObject([
      {},
      {},
      { email: "c@example.com", firstName: "Cara", lastName: "Dias", fields: { note: "one" } },
    ]);
  });
});

describe("faulty rows", () => {
  it("are reported with line, column, reason and text, and the rest is imported", async () => {
    const { owner } = await givenWorkspace();
    const done = await importing(
      owner,
      [
        "email,first name,status",
        "a@example.com,Ana,",
        "not an address,Bea,",
        ",Cara,",
        'd@example.com,"Dan\nand",',
        "e@example.com,Eve,perhaps",
        "f@example.com,=1+1,,surplus",
        '"g@example.com,Gus,',
        "h@example.com,Hal,",
      ].join("\n"),
    );
    expect(done.rows).toEqual({ total: 8, created: 3, updated: 0, skipped: 0, failed: 5 });
    const report = await reportOf(owner, done.id);
    expect(report[0]).toBe("line,column,code,message,row");
    expect(report.slice(1).map((line) => line.split(",").slice(0, 3).join(","))).toEqual([
      "3,1,email_invalid",
      "4,1,email_missing",
      "7,3,status_unknown",
      "8,4,too_many_columns",
      "9,,quote",
    ]);
    expect(report[1]).toContain('"not an address,Bea,"');
  });

  it("never turn into formulas in the report", async () => {
    const { owner } = await givenWorkspace();
    const done = await importing(owner, "email,name\n=cmd|x,y\n+1@x,z\n@a,b\nok@example.com,c\n");
    const report = await reportOf(owner, done.id);
    for (const line of report.slice(1)) expect(line).toMatch(/,"'[=+@]/);
  });

  it("of 3 % in 20,000 with a line of a megabyte leave everyone else imported", async () => {
    const { owner } = await givenWorkspace();
    const lines = Array.from({ length: 20_000 }, (_, n) =>
      n % 100 < 3 ? `broken ${n},x,y` : `user${n}@example.com,First,Last`,
    );
    lines[5_000] = `${"z".repeat(1_000_000)},x,y`;
    const done = await importing(owner, `email,first name,last name\n${lines.join("\n")}`);
    expect(done.rows).toEqual({ total: 20_000, created: 19_400, updated: 0, skipped: 0, failed: 600 });
    expect((await reportOf(owner, done.id)).length).toBe(601);
  });
});

describe("addresses that are there already", () => {
  const file = "email,first name,city,status\nANA@example.com,New,Porto,\nbob@example.com,Bob,,\n";

  it.each([
    ["skip", { firstName: "Old", lastName: null, fields: {} }, { created: 1, updated: 0, skipped: 1 }],
    ["update", { firstName: "New", fields: { city: "Porto" } }, { created: 1, updated: 1, skipped: 0 }],
    ["merge", { firstName: "Old", fields: { city: "Porto" } }, { created: 1, updated: 1, skipped: 0 }],
  ] as const)("follow the policy %s, and join list and tags", async (policy, expected, rows) => {
    const { owner } = await givenWorkspace();
    const list = await givenList(owner.workspaceId);
    const ana = await createContact(owner, { email: "ana@example.com", firstName: "Old" });
    const done = await importing(owner, file, { policy, list: list.id, tags: ["x"] });
    expect(done.rows).toMatchObject(rows);
    const after = await getContact(owner, ana.id);
    expect(after).toMatchObject({ ...expected, lists: [{ id: list.id }], tags: [{ name: "x" }] });
    expect((await contactsOf(owner)).length).toBe(2);
  });

  it("named twice in one file are created once", async () => {
    const { owner } = await givenWorkspace();
    const twice = "email,first name\na@example.com,One\nA@Example.com,Two\na@example.com,Three\n";
    expect((await importing(owner, twice)).rows).toMatchObject({ created: 1, skipped: 2 });
    expect((await importing(owner, twice, { policy: "update" })).rows).toMatchObject({
      created: 0,
      updated: 3,
    });
    expect(await contactsOf(owner)).toMatchObject([{ firstName: "Three" }]);
  });

  it("keep a person's no: neither status column, trash nor deletion brings them back", async () => {
    const { owner } = await givenWorkspace();
    const { workspaceId } = owner;
    await givenContact(workspaceId, { email: "no@example.com", status: "unsubscribed" });
    const trashed = await givenContact(workspaceId, { email: "gone@example.com", status: "complained" });
    await removeContact(owner, trashed.id);
    await transaction((tx) => suppressAddress(tx, workspaceId, "erased@example.com", "unsubscribed"));
    const done = await importing(
      owner,
      "email,status\nno@example.com,subscribed\ngone@example.com,subscribed\nerased@example.com,subscribed\n",
      { policy: "update" },
    );
    expect(done.rows).toMatchObject({ created: 2, updated: 1 });
    expect((await contactsOf(owner)).map((contact) => contact.status)).toEqual([
      "unsubscribed",
      "complained",
      "unsubscribed",
    ]);
  });

  it("unsubscribed by a file stay so after deletion", async () => {
    const { owner } = await givenWorkspace();
    await createContact(owner, { email: "a@example.com" });
    await importing(owner, "email,status\na@example.com,unsubscribed\n", { policy: "merge" });
    const [contact] = await contactsOf(owner);
    expect(contact?.status).toBe("unsubscribed");
    await db().contact.deleteMany({ where: { workspaceId: owner.workspaceId } });
    expect((await createContact(owner, { email: "a@example.com" })).status).toBe("unsubscribed");
  });
});

describe("the plan's limit", () => {
  it("is filled to the last place, and every row beyond it is reported", async () => {
    const { owner } = await givenWorkspace({ plan: "free" });
    await givenContacts(owner.workspaceId, 490, { domain: "example.org" });
    const done = await importing(owner, csvOf(25));
    expect(done.rows).toMatchObject({ total: 25, created: 10, failed: 15 });
    const report = await reportOf(owner, done.id);
    expect(report.slice(1).every((line) => line.includes(",limit_reached,"))).toBe(true);
    expect(report[1]).toContain("user10@example.com");
  });

  it("holds for two imports and single additions at once", async () => {
    const { owner } = await givenWorkspace({ plan: "free" });
    const [one, two] = await Promise.all([
      givenUpload(owner, csvOf(400)),
      givenUpload(owner, csvOf(400, 1_000)),
    ]);
    const started = await Promise.all([one, two].map((uploadId) => startImport(owner, { uploadId })));
    await Promise.all([
      ...started.map(({ id }) => runToEnd(id, { batchRows: 50 })),
      ...Array.from({ length: 20 }, (_, n) =>
        createContact(owner, { email: `single${n}@example.com` }).catch(() => undefined),
      ),
    ]);
    expect(await db().contact.count({ where: { workspaceId: owner.workspaceId } })).toBe(500);
  });
});

describe("interruptions", () => {
  it("two workers on one import write every row once", async () => {
    const { owner } = await givenWorkspace();
    const uploadId = await givenUpload(owner, csvOf(3_000));
    const { id } = await startImport(owner, { uploadId });
    await Promise.all([runToEnd(id, { batchRows: 100 }), runToEnd(id, { batchRows: 100 })]);
    await runToEnd(id);
    expect(await getImport(owner, id)).toMatchObject({
      status: "completed",
      rows: { total: 3_000, created: 3_000, skipped: 0 },
    });
  });

  it("slices go on where the last ended, also in another encoding and over records of several lines", async () => {
    const { owner } = await givenWorkspace();
    const lines = Array.from({ length: 500 }, (_, n) => `"user${n}@example.com","Zoë\r\nline ""two"""`);
    const uploadId = await givenUpload(
      owner,
      Buffer.from(`\ufeffemail,note\r\n${lines.join("\r\n")}`, "utf16le"),
    );
    const { id } = await startImport(owner, { uploadId });
    let slices = 0;
    while ((await runImport(id, { sliceMs: 0, batchRows: 37 }))?.again) slices += 1;
    expect(slices).toBeGreaterThan(10);
    expect((await getImport(owner, id)).rows).toMatchObject({ total: 500, created: 500, failed: 0 });
  });

  it("a cancelled import keeps what it has and writes no more", async () => {
    const { owner } = await givenWorkspace();
    const uploadId = await givenUpload(owner, csvOf(200));
    const { id } = await startImport(owner, { uploadId });
    expect(await runImport(id, { sliceMs: 0, batchRows: 50 })).toEqual({ again: true });
    expect((await cancelImport(owner, id)).status).toBe("cancelled");
    expect(await runImport(id)).toBeUndefined();
    expect((await getImport(owner, id)).rows.created).toBe(50);
    await expect(cancelImport(owner, id)).rejects.toMatchObject({ userMessage: "import_finished" });
  });
});
