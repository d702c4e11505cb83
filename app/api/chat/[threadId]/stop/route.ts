import { absentRoute, type RouteCall } from "@/lib/entry/absent-route";

export async function POST(...call: RouteCall): Promise<Response> {
  const chat = FEATURE_CHAT ? await import("../../handlers") : null;
  return chat ? chat.stop(...call) : absentRoute();
}
