import { absentRoute, type RouteCall } from "@/lib/entry/absent-route";

export async function GET(...call: RouteCall): Promise<Response> {
  const chat = FEATURE_CHAT ? await import("../handlers") : null;
  return chat ? chat.readThread(...call) : absentRoute();
}
