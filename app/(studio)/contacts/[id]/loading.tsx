import { HeaderSkeleton, Loading } from "@/components/states/skeletons";
import { Page } from "@/components/ui/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function ContactLoading() {
  return (
    <Page className="max-w-[980px]">
      <Loading>
        <HeaderSkeleton />
        <div className="grid gap-5 md:grid-cols-2">
          <Panel className="p-5">
            <Skeleton className="h-40" />
          </Panel>
          <Panel className="p-5">
            <Skeleton className="h-24" />
          </Panel>
        </div>
      </Loading>
    </Page>
  );
}
