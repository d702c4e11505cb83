import { absentRoute, type RouteCall } from "@/lib/entry/absent-route";

export const dynamic = "force-dynamic";

export async function GET(...call: RouteCall): Promise<Response> {
  const chat = FEATURE_CHAT ? await import("../../handlers") : null;
  return chat ? chat.followAnswer(...call) : absentRoute();
}
