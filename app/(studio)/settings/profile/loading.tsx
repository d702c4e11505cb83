import { Loading, PanelFormSkeleton } from "@/components/states/skeletons";

export default function ProfileLoading() {
  return (
    <Loading>
      <PanelFormSkeleton fields={4} />
    </Loading>
  );
}
