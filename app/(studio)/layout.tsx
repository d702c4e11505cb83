import type { ReactNode } from "react";
import { StudioFrame } from "@/components/shell/studio-frame";
import { ClientMessages } from "@/i18n/client-messages";
import { requireViewer } from "@/lib/entry/require-viewer";
import { switchWorkspaceAction } from "./shell/actions";
import { getShell } from "./shell/get-shell";

/** Above every loading.tsx of the studio, so that a missing session redirects before anything streams. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <ClientMessages areas="studio">
      <StudioFrame view={await getShell(viewer)} onSwitchWorkspace={switchWorkspaceAction}>
        {children}
      </StudioFrame>
    </ClientMessages>
  );
}
