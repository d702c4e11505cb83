import type { ReactNode } from "react";
import { Page } from "@/components/ui/page";
import { SettingsNav } from "./settings-nav";

/** One measure and one sub-navigation for every page of settings. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <Page>
      <div className="max-w-[860px]">
        <SettingsNav />
        {children}
      </div>
    </Page>
  );
}
