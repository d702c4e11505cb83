import type { ReactNode } from "react";
import { Page } from "@/components/ui/page";
import { SettingsNav } from "./settings-nav";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <Page className="max-w-[860px]">
      <SettingsNav />
      {children}
    </Page>
  );
}
