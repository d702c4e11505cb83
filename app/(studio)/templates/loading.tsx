import { CardsPageSkeleton } from "@/components/states/skeletons";

export default function Loading() {
  return <CardsPageSkeleton cards={4} />;
}
