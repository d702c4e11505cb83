import { db } from "@/lib/platform/db";
import { deleteFile } from "@/lib/platform/storage";

/**
 * Deletes what an ended import read, unless another one still reads the same upload: a file of people's data is not kept longer than
 * it is needed. Whatever was faulty stands in the report.
 */
export async function releaseFile(ended: {
  uploadId: string;
  storageKey: string;
  workingKey: string | null;
}): Promise<void> {
  if (ended.workingKey) await deleteFile(ended.workingKey);
  const others = await db().import.count({
    where: { uploadId: ended.uploadId, status: { in: ["queued", "running"] } },
  });
  if (others > 0) return;
  await db().upload.updateMany({ where: { id: ended.uploadId }, data: { receivedAt: null } });
  await deleteFile(ended.storageKey);
}
