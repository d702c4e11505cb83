import { createListInput } from "@/lib/contacts/contact-schema";
import { createList } from "@/lib/contacts/create-list";
import { listLists } from "@/lib/contacts/list-lists";
import { route } from "@/lib/entry/route";
import { listResource } from "../contacts/contact-resource";

export const POST = route(
  { auth: "apiKey", scope: "contacts.write", body: createListInput },
  async ({ viewer, body }) => Response.json(listResource(await createList(viewer, body)), { status: 201 }),
);

/** All of them: a workspace has few. */
export const GET = route({ auth: "apiKey", scope: "contacts.read" }, async ({ viewer }) =>
  Response.json({ data: (await listLists(viewer)).map(listResource), nextCursor: null }),
);
