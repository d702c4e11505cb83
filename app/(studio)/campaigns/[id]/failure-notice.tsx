import { useSay } from "@/components/campaign/use-say";
import { Notice } from "@/components/ui/notice";

/** Why a campaign could not start. */
export function FailureNotice({ failure }: { failure: string }) {
  const say = useSay("failure");
  return <Notice tone="bad">{say(failure)}</Notice>;
}
