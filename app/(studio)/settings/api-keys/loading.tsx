import { HeaderSkeleton, Loading, PanelFormSkeleton } from "@/components/states/skeletons";

export default function SettingsLoading() {
  return (
    <Loading>
      <HeaderSkeleton />
      <PanelFormSkeleton fields={3} />
    </Loading>
  );
}
