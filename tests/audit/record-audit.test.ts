import { describe, expect, it } from "vitest";
import { recordAudit } from "@/lib/audit/record-audit";
import { db, pool, transaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

describe("the audit log", () => {
  it("keeps who did what, and the database refuses to change or drop it", async () => {
    const workspaceId = newId();
    await transaction((tx) =>
      recordAudit(tx, {
        viewer: { workspaceId, userId: null, via: "cli" },
        action: "workspace.created",
        resourceType: "workspace",
        resourceId: workspaceId,
        after: { plan: "pro" },
      }),
    );
    const [entry] = await db().auditEntry.findMany({ where: { workspaceId } });
    expect(entry).toMatchObject({ actorKind: "cli", action: "workspace.created", after: { plan: "pro" } });
    await expect(pool().query(`UPDATE "AuditEntry" SET action = 'nothing'`)).rejects.toThrow(/append-only/);
    await expect(pool().query(`DELETE FROM "AuditEntry"`)).rejects.toThrow(/append-only/);
    await expect(pool().query(`TRUNCATE "AuditEntry"`)).rejects.toThrow(/append-only/);
  });
});
