import { getWorkspace } from "@/lib/accounts/get-workspace";
import { route } from "@/lib/entry/route";
import { publicId } from "@/lib/platform/ids";

export const GET = route({ auth: "apiKey", scope: null }, async ({ viewer }) => {
  const { id, name, plan } = await getWorkspace(viewer);
  return Response.json({
    workspace: { id: publicId("workspace", id), name, plan: plan.plan },
    scopes: viewer.scopes,
  });
});
