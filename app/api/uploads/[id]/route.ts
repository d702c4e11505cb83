import { Readable } from "node:stream";
import { z } from "zod";
import { receiveUpload } from "@/lib/contacts/create-upload";
import { route } from "@/lib/entry/route";
import { AppError } from "@/lib/platform/errors";
import { idSchema } from "@/lib/platform/ids";

/** The permission is the signature in the address, which was given to whoever announced the file. */
export const PUT = route(
  {
    auth: "public",
    params: z.object({ id: idSchema("upload") }),
    query: z.object({ expires: z.coerce.number().int(), signature: z.string().max(100) }),
  },
  async ({ params: { id }, query, request }) => {
    if (!request.body) throw new AppError("invalid", "no bytes", { userMessage: "upload_length" });
    const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    return Response.json(await receiveUpload(id, query, source));
  },
);
