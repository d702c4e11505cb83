import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

export default function MarketingLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col text-md">
      <SiteHeader />
      <main className="grow">{children}</main>
      <SiteFooter />
    </div>
  );
}
