import { describe, expect, it } from "vitest";
import { emptyDocument, findBlock } from "@/lib/content/document-schema";
import { inlineFromText, plainText } from "@/lib/content/inline-schema";
import { changeNewsletter, replaceDocument, undoChange } from "@/lib/newsletters/change-newsletter";
import { getNewsletter, getNewsletterVersion } from "@/lib/newsletters/get-newsletter";
import { listNewsletters, listVersions } from "@/lib/newsletters/list-newsletters";
import { renderForPreview } from "@/lib/newsletters/render-for-preview";
import { givenNewsletter } from "@/prisma/seed/newsletter";
import { givenMember, givenWorkspace } from "@/prisma/seed/workspace";

const subject = (words: string) => [{ type: "setMeta" as const, patch: { subject: words } }];

describe("changing a newsletter", () => {
  it("saves each change as a version that can be read again", async () => {
    const { owner } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    const change = await changeNewsletter(owner, { id, version: 1, operations: subject("Second") });
    expect(change).toMatchObject({ version: 2, wasMerged: false });
    expect((await getNewsletter(owner, id)).document.meta.subject).toBe("Second");
    expect(await getNewsletterVersion(owner, { id, version: 1 })).toEqual(document);
    expect((await listVersions(owner, id)).map((save) => save.version)).toEqual([2, 1]);
  });

  it("refuses a stale version with a conflict and writes nothing", async () => {
    const { owner } = await givenWorkspace();
    const { id } = await givenNewsletter(owner);
    await changeNewsletter(owner, { id, version: 1, operations: subject("First") });
    await expect(
      changeNewsletter(owner, { id, version: 1, operations: subject("Second") }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await getNewsletter(owner, id)).document.meta.subject).toBe("First");
  });

  it("lets two tabs change different blocks, and refuses the second when they meet", async () => {
    const { owner } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    const [head, body] = document.blocks;
    if (!head || !body) throw new Error("two blocks");
    const write = (blockId: string, words: string) => [
      { type: "update" as const, id: blockId, patch: { content: inlineFromText(words) } },
    ];
    await changeNewsletter(owner, { id, version: 1, operations: write(head.id, "Tab one"), merge: true });
    const merged = await changeNewsletter(owner, {
      id,
      version: 1,
      operations: write(body.id, "Tab two"),
      merge: true,
    });
    expect(merged).toMatchObject({ version: 3, wasMerged: true });
    const now = (await getNewsletter(owner, id)).document;
    const words = [head.id, body.id].map((blockId) => {
      const block = findBlock(now, blockId);
      return block && "content" in block ? plainText(block.content) : "";
    });
    expect(words).toEqual(["Tab one", "Tab two"]);
    await expect(
      changeNewsletter(owner, { id, version: 1, operations: write(head.id, "Tab two too"), merge: true }),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      changeNewsletter(owner, { id, version: 1, operations: [{ type: "remove", id: head.id }], merge: true }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("lets exactly one of twenty simultaneous changes to one version through, and loses none silently", async () => {
    const { owner } = await givenWorkspace();
    const { id } = await givenNewsletter(owner);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        changeNewsletter(owner, { id, version: 1, operations: subject(`Subject ${index}`) }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    }
    expect((await getNewsletter(owner, id)).version).toBe(2);
  });

  it("refuses an operation that does not fit, and keeps the document", async () => {
    const { owner } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    await expect(
      changeNewsletter(owner, { id, version: 1, operations: [{ type: "remove", id: "nobody" }] }),
    ).rejects.toMatchObject({ code: "invalid", userMessage: "newsletter_block_gone" });
    expect((await getNewsletter(owner, id)).document).toEqual(document);
  });

  it("replaces a whole document by operations that can be undone", async () => {
    const { owner } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    const other = emptyDocument({ subject: "All new" });
    const replaced = await replaceDocument(owner, { id, version: 1, document: other });
    expect((await getNewsletter(owner, id)).document).toEqual(other);
    await undoChange(owner, { id, version: replaced.version });
    expect((await getNewsletter(owner, id)).document).toEqual(document);
  });
});

describe("undoing", () => {
  it("takes one save back and keeps what was changed elsewhere since", async () => {
    const { owner } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    await changeNewsletter(owner, { id, version: 1, operations: subject("Changed") });
    await changeNewsletter(owner, {
      id,
      version: 2,
      operations: [{ type: "setMeta", patch: { preheader: "Also changed" } }],
    });
    await undoChange(owner, { id, version: 2 });
    const { meta } = (await getNewsletter(owner, id)).document;
    expect(meta).toMatchObject({ subject: document.meta.subject, preheader: "Also changed" });
  });

  it("says when a later change stands in the way, and undoes in reverse order", async () => {
    const { owner } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    await changeNewsletter(owner, { id, version: 1, operations: subject("Two") });
    await changeNewsletter(owner, { id, version: 2, operations: subject("Three") });
    await expect(undoChange(owner, { id, version: 2 })).rejects.toMatchObject({
      userMessage: "undo_in_the_way",
    });
    await undoChange(owner, { id, version: 3 });
    await undoChange(owner, { id, version: 2 });
    await expect(undoChange(owner, { id, version: 2 })).rejects.toMatchObject({
      userMessage: "already_undone",
    });
    await expect(undoChange(owner, { id, version: 1 })).rejects.toMatchObject({
      userMessage: "nothing_to_undo",
    });
    expect((await getNewsletter(owner, id)).document).toEqual(document);
  });
});

describe("whose newsletter it is", () => {
  it("is not found by another workspace, in any way", async () => {
    const { owner } = await givenWorkspace();
    const { owner: stranger } = await givenWorkspace();
    const { id, document } = await givenNewsletter(owner);
    for (const attempt of [
      () => getNewsletter(stranger, id),
      () => getNewsletterVersion(stranger, { id, version: 1 }),
      () => changeNewsletter(stranger, { id, version: 1, operations: subject("Mine") }),
      () => replaceDocument(stranger, { id, version: 1, document }),
      () => undoChange(stranger, { id, version: 1 }),
      () => listVersions(stranger, id),
      () => renderForPreview(stranger, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await listNewsletters(stranger)).data).toEqual([]);
  });

  it("may be read but not changed by a viewer", async () => {
    const { owner, workspace } = await givenWorkspace();
    const { id } = await givenNewsletter(owner);
    const viewer = await givenMember(workspace.id, "viewer");
    expect((await getNewsletter(viewer, id)).id).toBe(id);
    await expect(
      changeNewsletter(viewer, { id, version: 1, operations: subject("Mine") }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the list of newsletters", () => {
  it("pages by cursor through all of them once, newest first", async () => {
    const { owner } = await givenWorkspace();
    const made: string[] = [];
    for (let index = 0; index < 7; index += 1)
      made.push((await givenNewsletter(owner, { subject: `Issue ${index}` })).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listNewsletters(owner, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...made].reverse());
    await expect(listNewsletters(owner, { cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
  });
});
