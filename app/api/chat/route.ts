import { absentRoute, type RouteCall } from "@/lib/entry/absent-route";

export async function GET(...call: RouteCall): Promise<Response> {
  const chat = FEATURE_CHAT ? await import("./handlers") : null;
  return chat ? chat.listAllThreads(...call) : absentRoute();
}

export async function POST(...call: RouteCall): Promise<Response> {
  const chat = FEATURE_CHAT ? await import("./handlers") : null;
  return chat ? chat.say(...call) : absentRoute();
}
