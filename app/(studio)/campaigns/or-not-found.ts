import { notFound } from "next/navigation";
import { isAppError } from "@/lib/platform/errors";

/** For pages: what is not there, or not the viewer's, is a 404. */
export function orNotFound(error: unknown): never {
  if (isAppError(error, "not_found")) notFound();
  throw error;
}
