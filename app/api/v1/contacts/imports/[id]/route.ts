import { getImport } from "@/lib/contacts/get-import";
import { route } from "@/lib/entry/route";
import { importResource, paramsOf } from "../../contact-resource";

export const GET = route(
  { auth: "apiKey", scope: "contacts.write", params: paramsOf("import") },
  async ({ viewer, params: { id } }) => Response.json(importResource(await getImport(viewer, id))),
);
