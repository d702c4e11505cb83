import { describe, expect, it } from "vitest";
import { createContact } from "@/lib/contacts/create-contact";
import { getContact, listConsents } from "@/lib/contacts/get-contact";
import { removeContact, removeContacts, restoreContacts } from "@/lib/contacts/remove-contacts";
import { suppressAddress } from "@/lib/contacts/suppress-address";
import { unsubscribeContact } from "@/lib/contacts/unsubscribe-contact";
import { updateContact } from "@/lib/contacts/update-contact";
import { db, pool, transaction } from "@/lib/platform/db";
import { givenContact, givenContacts } from "@/prisma/seed/contact";
import { givenList } from "@/prisma/seed/list";
import { givenMember, givenWorkspace } from "@/prisma/seed/workspace";

describe("adding", () => {
  it("keeps names, custom fields, tags and lists, and records the consent", async () => {
    const { owner } = await givenWorkspace();
    const list = await givenList(owner.workspaceId, "Readers");
    const contact = await createContact(owner, {
      email: "  Zoe.Odegard@Example.com ",
      firstName: "<b>Zoë</b>\u0000",
      lastName: "Ødegård",
      fields: { company: "Quay & Sons", visits: 3, member: true, since: "2026-01-05" },
      tags: ["VIP", "vip", "Öl"],
      lists: [list.id],
    });
    expect(contact).toMatchObject({
      email: "Zoe.Odegard@Example.com",
      firstName: "<b>Zoë</b>",
      lastName: "Ødegård",
      fields: { company: "Quay & Sons", visits: 3, member: true, since: "2026-01-05" },
      status: "subscribed",
      lists: [{ id: list.id, name: "Readers" }],
    });
    expect(contact.tags.map((tag) => tag.name)).toHaveLength(2);
    expect(await listConsents(owner, contact.id)).toMatchObject([
      { kind: "email", action: "granted", source: "manual" },
    ]);
  });

  it("makes one contact when the same address is added many times at once", async () => {
    const { owner } = await givenWorkspace();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        createContact(owner, { email: n % 2 ? "a@example.com" : "A@Example.com" }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ code: "conflict", userMessage: "contact_exists" });
      }
    }
    expect(await db().contact.count({ where: { workspaceId: owner.workspaceId } })).toBe(1);
  });

  it("stops at the plan's limit: the last place is given once, also to two at once", async () => {
    const { owner } = await givenWorkspace({ plan: "free" });
    await givenContacts(owner.workspaceId, 498);
    await createContact(owner, { email: "n499@example.org" });
    const last = await Promise.allSettled([
      createContact(owner, { email: "n500a@example.org" }),
      createContact(owner, { email: "n500b@example.org" }),
      createContact(owner, { email: "n500c@example.org" }),
    ]);
    expect(last.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(last.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "limit_reached",
      values: { allowed: 500, present: 500 },
    });
    expect(await db().contactTally.findUnique({ where: { workspaceId: owner.workspaceId } })).toMatchObject({
      living: 500,
    });
  });

  it("refuses a bad address and a foreign list, and leaves nothing behind", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const theirs = await givenList(stranger.workspaceId);
    await expect(createContact(owner, { email: "not an address" })).rejects.toThrow("email_invalid");
    await expect(createContact(owner, { email: "a@example.com", lists: [theirs.id] })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db().contact.count({ where: { workspaceId: owner.workspaceId } })).toBe(0);
  });

  it("is not for viewers", async () => {
    const { owner } = await givenWorkspace();
    const reader = await givenMember(owner.workspaceId, "viewer");
    await expect(createContact(reader, { email: "a@example.com" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the trash", () => {
  it("gives an address back with what it had; whoever had unsubscribed comes back unsubscribed", async () => {
    const { owner } = await givenWorkspace();
    const list = await givenList(owner.workspaceId);
    const first = await createContact(owner, { email: "a@example.com", firstName: "Ana", lists: [list.id] });
    await transaction((tx) =>
      unsubscribeContact(tx, {
        workspaceId: owner.workspaceId,
        contactId: first.id,
        source: "unsubscribe_link",
      }),
    );
    await removeContact(owner, first.id);
    await expect(getContact(owner, first.id)).rejects.toMatchObject({ code: "not_found" });
    const again = await createContact(owner, { email: "A@example.com", lastName: "Silva" });
    expect(again).toMatchObject({
      id: first.id,
      status: "unsubscribed",
      firstName: "Ana",
      lastName: "Silva",
      lists: [{ id: list.id }],
    });
  });

  it("is undone by restoring, and counts exactly", async () => {
    const { owner } = await givenWorkspace();
    const a = await createContact(owner, { email: "a@example.com" });
    const b = await createContact(owner, { email: "b@example.com" });
    expect(await removeContacts(owner, { ids: [a.id, b.id, a.id] })).toEqual({ removed: 2 });
    expect(await removeContacts(owner, { ids: [a.id] })).toEqual({ removed: 0 });
    expect(await restoreContacts(owner, { ids: [a.id] })).toEqual({ restored: 1 });
    const tally = await db().contactTally.findUnique({ where: { workspaceId: owner.workspaceId } });
    expect(tally?.living).toBe(1);
    await db().contact.delete({ where: { id: a.id } });
    const after = await db().contactTally.findUnique({ where: { workspaceId: owner.workspaceId } });
    expect(after?.living).toBe(0);
  });

  it("does not restore an address that was added anew under another contact", async () => {
    const { owner } = await givenWorkspace();
    const gone = await createContact(owner, { email: "a@example.com" });
    await removeContact(owner, gone.id);
    const other = await createContact(owner, { email: "b@example.com" });
    await updateContact(owner, { id: other.id, email: "a@example.com" });
    await expect(restoreContacts(owner, { ids: [gone.id] })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("changing", () => {
  it("changes what is given and leaves the rest", async () => {
    const { owner } = await givenWorkspace();
    const contact = await createContact(owner, {
      email: "a@example.com",
      firstName: "Ana",
      fields: { city: "Porto", age: 30 },
      tags: ["one", "two"],
    });
    const changed = await updateContact(owner, {
      id: contact.id,
      lastName: "Silva",
      fields: { age: null, member: true },
      tags: ["two", "three"],
    });
    expect(changed).toMatchObject({
      firstName: "Ana",
      lastName: "Silva",
      fields: { city: "Porto", member: true },
    });
    expect(changed.tags.map((tag) => tag.name)).toEqual(["three", "two"]);
  });

  it("does not take another contact's address", async () => {
    const { owner } = await givenWorkspace();
    await createContact(owner, { email: "a@example.com" });
    const b = await createContact(owner, { email: "b@example.com" });
    await expect(updateContact(owner, { id: b.id, email: "A@EXAMPLE.com" })).rejects.toMatchObject({
      code: "conflict",
      userMessage: "contact_exists",
    });
  });

  it("never overrules a person's no, but a bounce may be mended", async () => {
    const { owner } = await givenWorkspace();
    const no = await givenContact(owner.workspaceId, { status: "unsubscribed" });
    const bounced = await createContact(owner, { email: "b@example.com" });
    await transaction((tx) => suppressAddress(tx, owner.workspaceId, "B@example.com", "bounced"));
    expect((await getContact(owner, bounced.id)).status).toBe("bounced");
    await expect(updateContact(owner, { id: no.id, status: "subscribed" })).rejects.toMatchObject({
      code: "conflict",
      userMessage: "contact_resubscribe",
    });
    expect((await updateContact(owner, { id: bounced.id, status: "subscribed" })).status).toBe("subscribed");
    expect(await db().suppression.count({ where: { workspaceId: owner.workspaceId } })).toBe(0);
  });

  it("finds nothing of another workspace", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const contact = await createContact(owner, { email: "a@example.com" });
    const notFound = { code: "not_found" };
    await expect(getContact(stranger, contact.id)).rejects.toMatchObject(notFound);
    await expect(updateContact(stranger, { id: contact.id, firstName: "X" })).rejects.toMatchObject(notFound);
    await expect(removeContact(stranger, contact.id)).rejects.toMatchObject(notFound);
    expect(await restoreContacts(stranger, { ids: [contact.id] })).toEqual({ restored: 0 });
    expect(await listConsents(stranger, contact.id)).toEqual([]);
  });
});

describe("suppression", () => {
  it("outlives the contact and holds no address", async () => {
    const { owner } = await givenWorkspace();
    const contact = await createContact(owner, { email: "a@example.com" });
    const source = "unsubscribe_link" as const;
    const input = { workspaceId: owner.workspaceId, contactId: contact.id, source, ip: "203.0.113.7" };
    expect(await transaction((tx) => unsubscribeContact(tx, input))).toEqual({ changed: true });
    expect(await transaction((tx) => unsubscribeContact(tx, input))).toEqual({ changed: false });
    const consents = await listConsents(owner, contact.id);
    expect(consents.map((consent) => consent.action)).toEqual(["withdrawn", "granted"]);
    await db().contact.delete({ where: { id: contact.id } });
    expect((await createContact(owner, { email: "A@Example.com" })).status).toBe("unsubscribed");
    const { rows } = await pool().query('SELECT s::text AS text FROM "Suppression" s');
    expect(JSON.stringify(rows)).not.toContain("example");
  });

  it("is another hash in another workspace", async () => {
    const one = await givenContact((await givenWorkspace()).owner.workspaceId, { email: "a@example.com" });
    const two = await givenContact((await givenWorkspace()).owner.workspaceId, { email: "a@example.com" });
    const hashes = await db().contact.findMany({
      where: { id: { in: [one.id, two.id] } },
      select: { emailHash: true },
    });
    expect(new Set(hashes.map((row) => Buffer.from(row.emailHash).toString("hex"))).size).toBe(2);
  });
});
