import { HeaderSkeleton, Loading } from "@/components/states/skeletons";
import { Page } from "@/components/ui/page";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";

export default function ImportLoading() {
  return (
    <Page className="max-w-[860px]">
      <Loading>
        <HeaderSkeleton />
        <Panel className="grid gap-4 p-5">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-1.5" />
          <Skeleton className="h-12" />
        </Panel>
      </Loading>
    </Page>
  );
}
