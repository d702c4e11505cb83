import { AppError } from "@/lib/platform/errors";
import { problemResponse } from "./respond-error";

/** What Next.js hands to a route handler; a door passes it on untouched. */
export type RouteCall = [request: Request, context: { params: Promise<Record<string, string | string[]>> }];

/** The answer of a route whose feature is not part of this build: as if it never was. */
export function absentRoute(): Response {
  return problemResponse(new AppError("not_found", "this build lacks the feature of this route"));
}
