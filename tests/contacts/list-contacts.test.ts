import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/accounts/viewer";
import type { ContactSort, ListContactsQuery } from "@/lib/contacts/contact-schema";
import { countAudience } from "@/lib/contacts/count-audience";
import { createContact } from "@/lib/contacts/create-contact";
import { createList, deleteList, renameList, restoreList } from "@/lib/contacts/create-list";
import { countContacts, listContacts } from "@/lib/contacts/list-contacts";
import { listFieldKeys, listLists, listTags } from "@/lib/contacts/list-lists";
import { addToList, removeFromList, tagContacts } from "@/lib/contacts/mark-selection";
import { suppressAddress } from "@/lib/contacts/suppress-address";
import { transaction } from "@/lib/platform/db";
import { givenContact, givenContacts } from "@/prisma/seed/contact";
import { givenList } from "@/prisma/seed/list";
import { givenWorkspace } from "@/prisma/seed/workspace";

async function emails(viewer: Viewer, query: ListContactsQuery = {}): Promise<string[]> {
  return (await listContacts(viewer, query)).contacts.map((contact) => contact.email);
}

async function allPages(viewer: Viewer, sort: ContactSort, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listContacts(viewer, { sort, limit, ...(cursor ? { cursor } : {}) });
    found.push(...page.contacts.map((contact) => contact.email));
    if (!page.nextCursor) return found;
    cursor = page.nextCursor;
  }
}

describe("paging", () => {
  it("shows every contact once in any order, also when many share a moment and a name", async () => {
    const { owner } = await givenWorkspace();
    const createdAt = new Date("2026-01-01T00:00:00Z");
    for (let n = 0; n < 23; n += 1) {
      const named = n % 3 ? { firstName: "Same", lastName: "Name" } : {};
      await givenContact(owner.workspaceId, { email: `p${n}@example.com`, createdAt, ...named });
    }
    for (const sort of ["email", "-email", "name", "-name", "createdAt", "-createdAt"] as const) {
      const found = await allPages(owner, sort, 5);
      expect(found, sort).toHaveLength(23);
      expect(new Set(found).size, sort).toBe(23);
    }
    const ascending = await allPages(owner, "email", 7);
    expect(ascending).toEqual([...ascending].sort());
    expect(await allPages(owner, "-email", 7)).toEqual(ascending.toReversed());
  });

  it("refuses a cursor that was changed, and one of another order or workspace", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    await givenContacts(owner.workspaceId, 5);
    const { nextCursor } = await listContacts(owner, { limit: 2 });
    const cursor = nextCursor ?? "";
    const invalid = { code: "invalid", userMessage: "cursor_invalid" };
    await expect(listContacts(owner, { cursor: `A${cursor.slice(1)}` })).rejects.toMatchObject(invalid);
    await expect(listContacts(owner, { cursor: "nonsense" })).rejects.toMatchObject(invalid);
    await expect(listContacts(owner, { cursor, sort: "email" })).rejects.toMatchObject(invalid);
    await expect(listContacts(stranger, { cursor })).rejects.toMatchObject(invalid);
  });
});

describe("search and filters", () => {
  it("finds parts of names and addresses without accents or case, every word, and no wildcards", async () => {
    const { owner } = await givenWorkspace();
    await givenContact(owner.workspaceId, {
      email: "joao@quay.example.org",
      firstName: "João",
      lastName: "Conceição",
    });
    await givenContact(owner.workspaceId, {
      email: "soren@example.org",
      firstName: "Søren",
      lastName: "100% Łukasz",
    });
    await givenContact(owner.workspaceId, { email: "li@example.org", firstName: "李", lastName: "小龍" });
    expect(await emails(owner, { search: "conceicao" })).toEqual(["joao@quay.example.org"]);
    expect(await emails(owner, { search: "CEIÇÃO joã" })).toEqual(["joao@quay.example.org"]);
    expect(await emails(owner, { search: "soren luk" })).toEqual(["soren@example.org"]);
    expect(await emails(owner, { search: "quay.ex" })).toEqual(["joao@quay.example.org"]);
    expect(await emails(owner, { search: "0%" })).toEqual([]);
    expect(await emails(owner, { search: "100%" })).toEqual(["soren@example.org"]);
    expect(await emails(owner, { search: "___" })).toEqual([]);
    expect(await emails(owner, { search: "李 小龍" })).toEqual(["li@example.org"]);
    expect(await emails(owner, { search: "so" })).toEqual(["soren@example.org"]);
  });

  it("combines list, tag, status and search, and never reaches another workspace", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const list = await givenList(owner.workspaceId);
    const theirs = await givenList(stranger.workspaceId);
    await createContact(owner, { email: "ana@example.com", lists: [list.id], tags: ["VIP"] });
    await createContact(owner, { email: "anabel@example.com", lists: [list.id] });
    await givenContact(owner.workspaceId, {
      email: "anatol@example.com",
      status: "bounced",
      lists: [list.id],
    });
    await createContact(stranger, { email: "ana@example.com", lists: [theirs.id], tags: ["VIP"] });
    expect(await emails(owner, { list: list.id, tag: "vip" })).toEqual(["ana@example.com"]);
    expect(await emails(owner, { list: list.id, search: "anat", status: "bounced" })).toEqual([
      "anatol@example.com",
    ]);
    const [tag] = await listTags(owner);
    expect(await emails(owner, { tag: tag?.id ?? "" })).toEqual(["ana@example.com"]);
    await expect(listContacts(owner, { list: theirs.id })).rejects.toMatchObject({ code: "not_found" });
    expect(await countContacts(owner, { list: list.id })).toEqual({ count: 3, isCapped: false });
    expect(await countContacts(owner)).toEqual({ count: 3, isCapped: false });
  });

  it("counts a filter up to a cap and everyone exactly", async () => {
    const { owner } = await givenWorkspace();
    await givenContacts(owner.workspaceId, 10_050);
    expect(await countContacts(owner, { status: "subscribed" })).toEqual({ count: 10_000, isCapped: true });
    expect(await countContacts(owner)).toEqual({ count: 10_050, isCapped: false });
  });

  it("knows which custom fields are in use", async () => {
    const { owner } = await givenWorkspace();
    await givenContact(owner.workspaceId, { fields: { city: "Porto" } });
    await givenContact(owner.workspaceId, { fields: { age: 3, city: "Rio" } });
    expect(await listFieldKeys(owner)).toEqual(["age", "city"]);
  });
});

describe("lists", () => {
  it("are one a name, are renamed, trashed and restored, and keep their contacts", async () => {
    const { owner } = await givenWorkspace();
    const list = await createList(owner, { name: " Café " });
    await expect(createList(owner, { name: "cafe" })).rejects.toMatchObject({ userMessage: "list_exists" });
    const contact = await createContact(owner, { email: "a@example.com", lists: [list.id] });
    await renameList(owner, { id: list.id, name: "Regulars" });
    expect(await listLists(owner)).toMatchObject([{ name: "Regulars", contacts: 1 }]);
    await deleteList(owner, list.id);
    expect(await listLists(owner)).toEqual([]);
    expect((await listContacts(owner)).contacts).toMatchObject([{ id: contact.id, lists: [] }]);
    await restoreList(owner, list.id);
    expect(await listLists(owner)).toMatchObject([{ contacts: 1 }]);
  });

  it("take and give up a selection; foreign contacts and lists are not touched", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const list = await givenList(owner.workspaceId);
    const theirs = await givenList(stranger.workspaceId);
    const mine = await givenContact(owner.workspaceId);
    const foreign = await givenContact(stranger.workspaceId);
    const ids = [mine.id, foreign.id];
    expect(await addToList(owner, { ids, listId: list.id })).toEqual({ contacts: 1 });
    expect(await addToList(owner, { ids, listId: list.id })).toEqual({ contacts: 1 });
    expect(await tagContacts(owner, { ids, tag: "vip" })).toEqual({ contacts: 1 });
    const refused = { code: "not_found" };
    await expect(addToList(owner, { ids, listId: theirs.id })).rejects.toMatchObject(refused);
    await expect(renameList(owner, { id: theirs.id, name: "X" })).rejects.toMatchObject(refused);
    await expect(deleteList(owner, theirs.id)).rejects.toMatchObject(refused);
    expect(await listLists(owner)).toMatchObject([{ contacts: 1 }]);
    expect(await removeFromList(owner, { ids, listId: list.id })).toEqual({ contacts: 1 });
    expect(await listLists(stranger)).toMatchObject([{ contacts: 0 }]);
  });
});

describe("audiences", () => {
  it("count each person once and say why others are not written to", async () => {
    const { owner } = await givenWorkspace();
    const { workspaceId } = owner;
    const one = await givenList(workspaceId);
    const two = await givenList(workspaceId);
    const both = [one.id, two.id];
    await givenContacts(workspaceId, 4, { lists: both });
    await givenContact(workspaceId, { status: "unsubscribed", lists: both });
    await givenContact(workspaceId, { status: "pending", lists: [one.id] });
    await givenContact(workspaceId, { status: "complained", lists: [two.id] });
    await givenContact(workspaceId, { lists: [one.id], deletedAt: new Date() });
    await givenContact(workspaceId, { status: "bounced" });
    const manual = await givenContact(workspaceId, { lists: [two.id] });
    await transaction((tx) => suppressAddress(tx, workspaceId, manual.email, "manual"));
    const counted = await countAudience(owner, { lists: both });
    expect(counted).toMatchObject({ total: 8, sendable: 4 });
    expect(Object.fromEntries(counted.excluded.map((entry) => [entry.reason, entry.count]))).toEqual({
      unsubscribed: 1,
      pending: 1,
      complained: 1,
      suppressed: 1,
    });
    expect(await countAudience(owner, { all: true })).toMatchObject({ total: 9, sendable: 4 });
  });

  it("refuse foreign and deleted lists, segments, and nobody at all", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const theirs = await givenList(stranger.workspaceId);
    const mine = await givenList(owner.workspaceId);
    await deleteList(owner, mine.id);
    await expect(countAudience(owner, { lists: [theirs.id] })).rejects.toMatchObject({ code: "not_found" });
    await expect(countAudience(owner, { lists: [mine.id] })).rejects.toMatchObject({ code: "not_found" });
    await expect(countAudience(owner, { all: true, segments: [mine.id] })).rejects.toMatchObject({
      userMessage: "segments_unavailable",
    });
    await expect(countAudience(owner, {})).rejects.toThrow("audience_empty");
  });
});
