import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { getImport } from "@/lib/contacts/get-import";
import { startImport } from "@/lib/contacts/start-import";
import { db } from "@/lib/platform/db";
import { givenList } from "@/prisma/seed/list";
import { givenUpload } from "@/prisma/seed/upload";
import { givenWorkspace } from "@/prisma/seed/workspace";

const children = new Set<ChildProcess>();

function spawnImporter(importId: string): ChildProcess {
  const child = fork(path.resolve("tests/contacts/support/import-worker.ts"), [importId], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.add(child);
  return child;
}

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});

const rows = 6_000;

it("an import whose process is killed again and again writes every row once and forgets none", {
  timeout: 120_000,
}, async () => {
  const { owner } = await givenWorkspace();
  const { workspaceId } = owner;
  const list = await givenList(workspaceId);
  // Windows-1252, every tenth row faulty, some over two lines: what counts is the same after any restart.
  const lines = Array.from({ length: rows }, (_, n) =>
    n % 10 === 3 ? `broken ${n},Zoë` : `user${n}@example.com,"Zoë\nof line ${n}"`,
  );
  const uploadId = await givenUpload(owner, Buffer.from(`email,first name\n${lines.join("\n")}\n`, "latin1"));
  const { id } = await startImport(owner, { uploadId, list: list.id, tags: ["fair"] });

  let kills = 0;
  for (let seen = 0; (await getImport(owner, id)).status !== "completed"; ) {
    const child = spawnImporter(id);
    const exited = once(child, "exit");
    const goal = seen + 1_200;
    await vi.waitFor(
      async () => {
        const { rows: now, status } = await getImport(owner, id);
        seen = now.total;
        if (status !== "completed" && seen < goal && child.exitCode === null) throw new Error("not yet");
      },
      { timeout: 60_000, interval: 20 },
    );
    if (child.exitCode === null && child.kill("SIGKILL")) kills += 1;
    await exited;
    children.delete(child);
  }

  expect(kills).toBeGreaterThanOrEqual(3);
  const faulty = rows / 10;
  expect((await getImport(owner, id)).rows).toEqual({
    total: rows,
    created: rows - faulty,
    updated: 0,
    skipped: 0,
    failed: faulty,
  });
  expect(await db().contact.count({ where: { workspaceId } })).toBe(rows - faulty);
  expect(await db().listMember.count({ where: { workspaceId, listId: list.id } })).toBe(rows - faulty);
  expect(await db().contactTag.count({ where: { workspaceId } })).toBe(rows - faulty);
  expect(await db().consentRecord.count({ where: { workspaceId } })).toBe(rows - faulty);
  expect(await db().importRowError.count({ where: { importId: id } })).toBe(faulty);
  const distinct = await db().importRowError.groupBy({ by: ["line"], where: { importId: id } });
  expect(distinct).toHaveLength(faulty);
});
