import { redirect } from "next/navigation";
import { cache } from "react";
import { readSessionViewer } from "@/lib/accounts/session-viewer";
import type { Viewer } from "@/lib/accounts/viewer";

/** The signed-in viewer of this request, or null; read once a request. */
export const findViewer: () => Promise<Viewer | null> = cache(() => readSessionViewer());

/** For pages: the viewer, or a redirect to sign-in. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect("/login");
  return viewer;
}
