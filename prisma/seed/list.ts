import { foldText } from "@/lib/contacts/contact-rules";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

export type GivenList = { id: string; name: string };

export async function givenList(workspaceId: string, name = `List ${newId().slice(-8)}`): Promise<GivenList> {
  const list = await db().list.create({ data: { workspaceId, name, nameFolded: foldText(name) } });
  return { id: list.id, name: list.name };
}
