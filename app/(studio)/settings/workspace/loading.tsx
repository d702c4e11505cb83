import { FormPageSkeleton } from "@/components/states/skeletons";

export default function SettingsLoading() {
  return <FormPageSkeleton fields={3} />;
}
