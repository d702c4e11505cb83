import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Page } from "@/components/ui/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

/** Says "loading" to assistive technology once, whatever shapes stand inside. */
export function Loading({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations("states");
  return (
    <div role="status" aria-live="polite" className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}

export function HeaderSkeleton() {
  return (
    <div className="grid gap-2.5 pb-6">
      <Skeleton className="h-7 w-44" />
      <Skeleton className="h-4 w-72 max-w-full" />
    </div>
  );
}

const shares = ["w-1/2", "w-2/5", "w-3/5", "w-1/3"];

export function TableSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <Panel className="overflow-hidden">
      {numbers(rows).map((row) => (
        <div key={row} className="flex h-11 items-center gap-6 border-b px-4 last:border-b-0">
          {numbers(columns).map((column) => (
            <div key={column} className={cn("min-w-0", column === 0 ? "grow-2 basis-0" : "grow basis-0")}>
              <Skeleton className={cn("h-3.5", shares[(row + column) % shares.length])} />
            </div>
          ))}
        </div>
      ))}
    </Panel>
  );
}

/** A page of a list: header, filters, table. */
export function ListPageSkeleton() {
  return (
    <Loading>
      <Page>
        <HeaderSkeleton />
        <Skeleton className="mb-4 h-9 w-64 max-w-full" />
        <TableSkeleton />
      </Page>
    </Loading>
  );
}

/** A page of cards, such as templates or newsletters. */
export function CardsPageSkeleton({ cards = 8 }: { cards?: number }) {
  return (
    <Loading>
      <Page>
        <HeaderSkeleton />
        <div className="grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-5">
          {numbers(cards).map((card) => (
            <div key={card} className="grid gap-2.5">
              <Skeleton className="aspect-[4/5] h-auto" />
              <Skeleton className="w-2/3" />
            </div>
          ))}
        </div>
      </Page>
    </Loading>
  );
}

/** A page of figures: header, the line that adds up, charts. */
export function FiguresPageSkeleton() {
  return (
    <Loading>
      <Page>
        <HeaderSkeleton />
        <Skeleton className="h-32 w-full rounded-panel" />
        <div className="mt-5 grid gap-5 lg:grid-cols-2">
          <Skeleton className="h-64 rounded-panel" />
          <Skeleton className="h-64 rounded-panel" />
        </div>
      </Page>
    </Loading>
  );
}

/** A form in a panel; the page around it stands already. */
export function PanelFormSkeleton({ fields = 4 }: { fields?: number }) {
  return (
    <Panel className="grid gap-5 p-5">
      {numbers(fields).map((field) => (
        <div key={field} className="grid gap-2">
          <Skeleton className="h-3.5 w-28" />
          <Skeleton className="h-9 w-full" />
        </div>
      ))}
    </Panel>
  );
}

/** A page that is a form. */
export function FormPageSkeleton({ fields = 4 }: { fields?: number }) {
  return (
    <Loading>
      <Page>
        <HeaderSkeleton />
        <div className="max-w-[640px]">
          <PanelFormSkeleton fields={fields} />
        </div>
      </Page>
    </Loading>
  );
}

function numbers(length: number): number[] {
  return Array.from({ length }, (_, position) => position);
}
