import { checkReadiness } from "@/lib/worker/check-readiness";

export const dynamic = "force-dynamic";

/** 503 only for what makes every page fail: the database or its migrations. The rest stands in the body. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, { status: readiness.status === "unavailable" ? 503 : 200 });
}
