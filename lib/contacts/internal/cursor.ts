import { equalInConstantTime, sign } from "@/lib/platform/crypto";
import { AppError } from "@/lib/platform/errors";

/** Where a page ended: the sort key's value and the id of its last row. */
export type CursorPoint = { value: string; id: string };

/** Opaque to the outside and signed together with the order it belongs to. */
export function encodeCursor(order: string, point: CursorPoint): string {
  const body = Buffer.from(JSON.stringify([point.value, point.id])).toString("base64url");
  return `${body}.${signature(order, body)}`;
}

/** Throws `invalid` (`cursor_invalid`) for a cursor that was changed or belongs to another order or workspace. */
export function decodeCursor(order: string, cursor: string): CursorPoint {
  const [body = "", mac = ""] = cursor.split(".");
  if (!equalInConstantTime(mac, signature(order, body))) {
    throw new AppError("invalid", "not a cursor of this list", {
      userMessage: "cursor_invalid",
      fields: { cursor: "cursor_invalid" },
    });
  }
  const [value, id] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as [string, string];
  return { value, id };
}

function signature(order: string, body: string): string {
  return sign("contacts.cursor", `${order}\n${body}`).slice(0, 22);
}
