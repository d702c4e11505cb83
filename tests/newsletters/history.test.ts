import { describe, expect, it } from "vitest";
import { emptyDocument } from "@/lib/content/document-schema";
import { changeNewsletter } from "@/lib/newsletters/change-newsletter";
import { createFromTemplate } from "@/lib/newsletters/create-from-template";
import { createNewsletter } from "@/lib/newsletters/create-newsletter";
import { getNewsletter } from "@/lib/newsletters/get-newsletter";
import { listHistory } from "@/lib/newsletters/list-history";
import { restoreVersion } from "@/lib/newsletters/restore-version";
import { listTemplates } from "@/lib/templates/list-templates";
import { givenWorkspace } from "@/prisma/seed/workspace";

async function givenNewsletter(wishes: Parameters<typeof givenWorkspace>[0] = {}) {
  const { owner } = await givenWorkspace(wishes);
  const newsletter = await createNewsletter(owner, { document: emptyDocument({ subject: "First words" }) });
  return { owner, newsletter, id: newsletter.id };
}

const subject = (words: string) => [{ type: "setMeta" as const, patch: { subject: words } }];

describe("restoring a version", () => {
  it("puts its words on the paper as a new version and keeps what came between", async () => {
    const { owner, id, newsletter } = await givenNewsletter();
    await changeNewsletter(owner, { id, version: 1, operations: subject("Second words") });
    const restored = await restoreVersion(owner, { id, version: 1, newest: 2 });
    expect(restored.version).toBe(3);
    expect((await getNewsletter(owner, id)).document).toEqual(newsletter.document);
    const { data } = await listHistory(owner, { id });
    expect(data.map((entry) => entry.version)).toEqual([3, 2, 1]);
  });

  it("saves nothing when that version stands there already", async () => {
    const { owner, id } = await givenNewsletter();
    expect((await restoreVersion(owner, { id, version: 1, newest: 1 })).version).toBe(1);
  });

  it("gives way to somebody who saved in the meantime", async () => {
    const { owner, id } = await givenNewsletter();
    await changeNewsletter(owner, { id, version: 1, operations: subject("Second words") });
    await expect(restoreVersion(owner, { id, version: 1, newest: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await getNewsletter(owner, id)).document.meta.subject).toBe("Second words");
  });

  it("lets one of two restores through at the same moment", async () => {
    const { owner, id } = await givenNewsletter();
    await changeNewsletter(owner, { id, version: 1, operations: subject("Second words") });
    const outcomes = await Promise.allSettled([
      restoreVersion(owner, { id, version: 1, newest: 2 }),
      restoreVersion(owner, { id, version: 1, newest: 2 }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getNewsletter(owner, id)).version).toBe(3);
  });

  it("knows no version that never was, and none of another workspace", async () => {
    const { owner, id } = await givenNewsletter();
    const { owner: stranger } = await givenWorkspace();
    await expect(restoreVersion(owner, { id, version: 7, newest: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(restoreVersion(stranger, { id, version: 1, newest: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the history", () => {
  it("says who saved, and what in counts of blocks", async () => {
    const { owner, id, newsletter } = await givenNewsletter();
    const written = {
      id: "words",
      type: "text" as const,
      content: [{ type: "text" as const, text: "Hello" }],
    };
    await changeNewsletter(owner, {
      id,
      version: newsletter.version,
      operations: [
        { type: "insert", block: written, afterId: null },
        { type: "update", id: "words", patch: { align: "center" } },
        ...subject("Second words"),
      ],
    });
    const [newest] = (await listHistory(owner, { id })).data;
    expect(newest).toMatchObject({
      version: 2,
      source: "person",
      summary: { added: 1, changed: 0, removed: 0, moved: 0, subject: true, look: false },
    });
    expect(newest?.savedBy).toContain("@example.com");
  });

  it("goes on from the oldest version already seen", async () => {
    const { owner, id } = await givenNewsletter();
    for (const version of [1, 2, 3])
      await changeNewsletter(owner, { id, version, operations: subject(`Words ${version}`) });
    const first = await listHistory(owner, { id, limit: 3 });
    expect(first.nextBefore).toBe(2);
    const rest = await listHistory(owner, { id, limit: 3, before: first.nextBefore ?? 0 });
    expect(rest).toMatchObject({ data: [{ version: 1 }], nextBefore: null });
  });

  it("is closed to another workspace", async () => {
    const { id } = await givenNewsletter();
    const { owner: stranger } = await givenWorkspace();
    await expect(listHistory(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("beginning with a template", () => {
  it("holds the example words in the person's language, under the workspace's name", async () => {
    const { owner } = await givenWorkspace({ name: "Harbour Books", locale: "pt" });
    const { document } = await createFromTemplate(owner, { slug: "announcement" });
    expect(document.meta.language).toBe("pt");
    expect(document.blocks.find((block) => block.type === "masthead")).toMatchObject({
      title: "Harbour Books",
    });
  });

  it("asks for a higher plan where the template is Pro, and makes nothing", async () => {
    const { owner } = await givenWorkspace({ plan: "free" });
    const locked = listTemplates("en").find((template) => template.pro);
    await expect(createFromTemplate(owner, { slug: locked?.slug ?? "" })).rejects.toMatchObject({
      code: "plan_required",
    });
  });
});
