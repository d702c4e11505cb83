import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { PUT as putUpload } from "@/app/api/uploads/[id]/route";
import { DELETE, GET as getOne, PATCH } from "@/app/api/v1/contacts/[id]/route";
import { GET as getErrors } from "@/app/api/v1/contacts/imports/[id]/errors/route";
import { GET as getImportStatus } from "@/app/api/v1/contacts/imports/[id]/route";
import { POST as postImport } from "@/app/api/v1/contacts/imports/route";
import { GET as getContacts, POST as postContact } from "@/app/api/v1/contacts/route";
import { GET as getLists, POST as postList } from "@/app/api/v1/lists/route";
import { POST as postUpload } from "@/app/api/v1/uploads/route";
import { runImport } from "@/lib/contacts/run-import";
import { plainId } from "@/lib/platform/ids";
import { givenApiKey, givenWorkspace } from "@/prisma/seed/workspace";

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

type Asked = { body?: unknown; key: string; query?: string; id?: string; headers?: Record<string, string> };

function call(handler: Handler, method: string, asked: Asked): Promise<Response> {
  const isForm = asked.body instanceof FormData || asked.body instanceof ReadableStream;
  const request = new Request(`http://localhost:3000/api/v1/x${asked.query ?? ""}`, {
    method,
    headers: {
      authorization: asked.key,
      ...(asked.body && !isForm ? { "content-type": "application/json" } : {}),
      ...asked.headers,
    },
    ...(asked.body === undefined
      ? {}
      : { body: isForm ? (asked.body as FormData) : JSON.stringify(asked.body), duplex: "half" }),
  });
  return handler(request, {
    params: Promise.resolve<Record<string, string>>(asked.id ? { id: asked.id } : {}),
  });
}

async function givenKey() {
  const { owner } = await givenWorkspace();
  return { owner, key: (await givenApiKey(owner)).authorization };
}

function formOf(content: string | Blob, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set("file", new File([content], "people.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
}

describe("contacts over REST", () => {
  it("are made, read, changed and removed with prefixed ids", async () => {
    const { key } = await givenKey();
    const list = await (await call(postList, "POST", { key, body: { name: "Readers" } })).json();
    expect(list.id).toMatch(/^lst_[0-9a-f]{32}$/);
    const made = await call(postContact, "POST", {
      key,
      body: { email: "ana@example.com", firstName: "Ana", fields: { n: 1 }, tags: ["vip"], lists: [list.id] },
    });
    expect(made.status).toBe(201);
    const contact = await made.json();
    expect(contact).toMatchObject({
      email: "ana@example.com",
      lastName: null,
      fields: { n: 1 },
      status: "subscribed",
      tags: ["vip"],
      lists: [list.id],
    });
    expect(contact.id).toMatch(/^con_/);
    const changed = await call(PATCH, "PATCH", {
      key,
      id: contact.id,
      body: { lastName: "Silva", tags: [] },
    });
    expect(await changed.json()).toMatchObject({ lastName: "Silva", tags: [], firstName: "Ana" });
    expect((await call(getOne, "GET", { key, id: contact.id })).status).toBe(200);
    expect((await call(DELETE, "DELETE", { key, id: contact.id })).status).toBe(204);
    expect((await call(DELETE, "DELETE", { key, id: contact.id })).status).toBe(404);
    expect(await (await call(getLists, "GET", { key })).json()).toMatchObject({
      data: [{ id: list.id, contacts: 0 }],
      nextCursor: null,
    });
  });

  it("answer faults as problems: 401, 403, 404, 409, 422", async () => {
    const { owner, key } = await givenKey();
    const { key: foreign } = await givenKey();
    const readOnly = (await givenApiKey(owner, ["contacts.read"])).authorization;
    const body = { email: "a@example.com" };
    const contact = await (await call(postContact, "POST", { key, body })).json();
    const statusOf = async (answer: Promise<Response>) => (await answer).status;
    expect(await statusOf(call(postContact, "POST", { key: "Bearer gly_no", body }))).toBe(401);
    expect(await statusOf(call(postContact, "POST", { key: readOnly, body }))).toBe(403);
    expect(await statusOf(call(getOne, "GET", { key: foreign, id: contact.id }))).toBe(404);
    expect(await statusOf(call(PATCH, "PATCH", { key: foreign, id: contact.id, body: {} }))).toBe(404);
    expect(await statusOf(call(getOne, "GET", { key, id: "con_nonsense" }))).toBe(404);
    const again = await call(postContact, "POST", { key, body });
    expect(again.status).toBe(409);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
    expect(await again.json()).toMatchObject({ code: "contact_exists" });
    const bad = await call(postContact, "POST", { key, body: { email: "nobody" } });
    expect(bad.status).toBe(422);
    expect(await bad.json()).toMatchObject({ code: "invalid", fields: { email: "email_invalid" } });
    expect(await statusOf(call(getContacts, "GET", { key, query: "?limit=201" }))).toBe(422);
  });

  it("are listed by page, with search and sort", async () => {
    const { key } = await givenKey();
    for (const email of ["c@example.com", "a@example.com", "b@example.com"]) {
      await call(postContact, "POST", { key, body: { email } });
    }
    const first = await (await call(getContacts, "GET", { key, query: "?sort=email&limit=2" })).json();
    expect(first.data.map((contact: { email: string }) => contact.email)).toEqual([
      "a@example.com",
      "b@example.com",
    ]);
    const query = `?sort=email&limit=2&cursor=${encodeURIComponent(first.nextCursor)}`;
    const second = await (await call(getContacts, "GET", { key, query })).json();
    expect(second).toMatchObject({ data: [{ email: "c@example.com" }], nextCursor: null });
  });

  it("are made once for one Idempotency-Key", async () => {
    const { key } = await givenKey();
    const headers = { "idempotency-key": "abc" };
    const first = await call(postContact, "POST", { key, headers, body: { email: "a@example.com" } });
    const again = await call(postContact, "POST", { key, headers, body: { email: "a@example.com" } });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
  });
});

describe("imports over REST", () => {
  it("take a form, run in the background, and give status and report", async () => {
    const { key } = await givenKey();
    const { key: foreign } = await givenKey();
    const started = await call(postImport, "POST", {
      key,
      body: formOf("mail,who,email\nx@example.com,Ana,nobody\nbroken,Bob,y\n", {
        mapping: JSON.stringify({ mail: "email", who: "firstName", email: "ignore" }),
        policy: "merge",
      }),
    });
    expect(started.status).toBe(202);
    const { id, status } = await started.json();
    expect(status).toBe("queued");
    await runImport(plainId("import", id) ?? "");
    expect(await (await call(getImportStatus, "GET", { key, id })).json()).toMatchObject({
      id,
      status: "completed",
      rows: { total: 2, created: 1, updated: 0, skipped: 0, failed: 1 },
    });
    const report = await call(getErrors, "GET", { key, id });
    expect(report.headers.get("content-type")).toContain("text/csv");
    expect(await report.text()).toContain("3,1,email_invalid,This is not an e-mail address.");
    expect((await call(getImportStatus, "GET", { key: foreign, id })).status).toBe(404);
    expect((await call(getErrors, "GET", { key: foreign, id })).status).toBe(404);
  });

  it("start once for one Idempotency-Key, and refuse another file under it", async () => {
    const { key } = await givenKey();
    const headers = { "idempotency-key": "import-1" };
    const form = (address: string) => formOf(`email\n${address}\n`, { policy: "merge" });
    const first = await call(postImport, "POST", { key, headers, body: form("a@example.com") });
    const again = await call(postImport, "POST", { key, headers, body: form("a@example.com") });
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(await again.json()).toEqual(await first.json());
    const other = await call(postImport, "POST", { key, headers, body: form("b@example.com") });
    expect(other.status).toBe(409);
  });

  it("refuse a large form with use_upload, also when its length is not announced, and other types", async () => {
    const { key } = await givenKey();
    const large = formOf(new Blob([Buffer.alloc(4 * 1024 * 1024 + 1, "a")]));
    const refused = await call(postImport, "POST", { key, body: large });
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: "use_upload" });
    const endless = Readable.toWeb(
      Readable.from(
        (function* () {
          for (let n = 0; n < 200; n += 1) yield Buffer.alloc(65_536, "a");
        })(),
      ),
    );
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect((await call(postImport, "POST", { key, headers, body: endless })).status).toBe(413);
    const text = { "content-type": "text/plain" };
    expect((await call(postImport, "POST", { key, headers: text, body: { a: 1 } })).status).toBe(415);
  });

  it("take an announced upload, whose length must be the announced one and whose address is signed", async () => {
    const { key } = await givenKey();
    const content = "email\na@example.com\n";
    const target = await (
      await call(postUpload, "POST", {
        key,
        body: { name: "a.csv", size: content.length, type: "text/csv" },
      })
    ).json();
    expect(target.uploadId).toMatch(/^upl_/);
    const put = (url: string, body: string) =>
      putUpload(new Request(url, { method: "PUT", body }), {
        params: Promise.resolve({ id: new URL(url).pathname.split("/").at(-1) ?? "" }),
      });
    expect((await put(target.url, `${content}more`)).status).toBe(422);
    expect((await put(target.url, content.slice(1))).status).toBe(422);
    expect((await put(target.url.replace("signature=", "signature=x"), content)).status).toBe(403);
    const early = await call(postImport, "POST", { key, body: { uploadId: target.uploadId } });
    expect(await early.json()).toMatchObject({ code: "upload_missing", status: 409 });
    expect((await put(target.url, content)).status).toBe(200);
    expect((await put(target.url, content)).status).toBe(409);
    const started = await call(postImport, "POST", { key, body: { uploadId: target.uploadId } });
    expect(started.status).toBe(202);
  });
});
