"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { OfflineBar } from "@/components/states/offline-bar";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { AccountMenu } from "./account-menu";
import { BottomBar } from "./bottom-bar";
import { CommandPalette, PaletteButton } from "./command-palette";
import { KeysDialog } from "./keys-dialog";
import { Rail } from "./rail";
import type { ShellView } from "./shell-view";
import { UsageMeter } from "./usage-meter";
import { useShellKeys } from "./use-shell-keys";
import { WorkspaceSwitcher } from "./workspace-switcher";

type StudioFrameProps = {
  view: ShellView;
  onSwitchWorkspace: (input: { workspaceId: string }) => void;
  children: ReactNode;
};

/** The signed-in shell: skip link, rail or bottom bar, palette, keys, toasts; the page is its `main`. */
export function StudioFrame({ view, onSwitchWorkspace, children }: StudioFrameProps) {
  const t = useTranslations("shell");
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [areKeysOpen, setKeysOpen] = useState(false);
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  useShellKeys({ onPalette: openPalette, onHelp: openKeys });
  const account = <AccountMenu user={view.user} />;
  return (
    <TooltipProvider delayDuration={300}>
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded-control bg-ink px-4 py-2 font-medium text-ground focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <div className="md:grid md:grid-cols-[64px_minmax(0,1fr)] lg:grid-cols-[232px_minmax(0,1fr)]">
        <aside className="sticky top-0 hidden h-dvh flex-col border-e md:flex">
          <div className="grid gap-2 px-2 pt-3 pb-2 lg:px-3">
            <WorkspaceSwitcher
              workspace={view.workspace}
              workspaces={view.workspaces}
              onSwitch={(workspaceId) => onSwitchWorkspace({ workspaceId })}
            />
            <PaletteButton onOpen={openPalette} />
          </div>
          <Rail />
          <div className="flex flex-col gap-3 px-2 pt-2 pb-3 lg:px-3">
            <div className="hidden px-1 lg:block">
              <UsageMeter usage={view.usage} />
            </div>
            {account}
          </div>
        </aside>
        <div className="flex min-h-dvh min-w-0 flex-col pb-[calc(60px+env(safe-area-inset-bottom))] md:pb-0">
          <OfflineBar />
          <main id="content" tabIndex={-1} className="flex min-w-0 grow flex-col focus-visible:outline-none">
            {children}
          </main>
        </div>
      </div>
      <BottomBar
        footer={
          <>
            <WorkspaceSwitcher
              workspace={view.workspace}
              workspaces={view.workspaces}
              onSwitch={(workspaceId) => onSwitchWorkspace({ workspaceId })}
            />
            <UsageMeter usage={view.usage} />
            {account}
          </>
        }
      />
      <CommandPalette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} />
      <KeysDialog isOpen={areKeysOpen} onOpenChange={setKeysOpen} />
      <Toaster />
    </TooltipProvider>
  );
}
