import { HeaderSkeleton, Loading, TableSkeleton } from "@/components/states/skeletons";
import { Page } from "@/components/ui/page";

export default function ContactsLoading() {
  return (
    <Page>
      <Loading>
        <HeaderSkeleton />
        <div className="lg:ps-[228px]">
          <TableSkeleton rows={10} columns={5} />
        </div>
      </Loading>
    </Page>
  );
}
