import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  LoaderCircle,
  type LucideIcon,
  Pause,
  PenLine,
  Send,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";

type Status = CampaignView["status"];

const looks: Record<Status, { icon: LucideIcon; tone: ComponentProps<typeof Badge>["tone"] }> = {
  draft: { icon: PenLine, tone: "neutral" },
  scheduled: { icon: CalendarClock, tone: "accent" },
  preparing: { icon: LoaderCircle, tone: "accent" },
  sending: { icon: Send, tone: "accent" },
  paused: { icon: Pause, tone: "warn" },
  sent: { icon: CircleCheck, tone: "good" },
  cancelled: { icon: Ban, tone: "neutral" },
  failed: { icon: CircleAlert, tone: "bad" },
};

/** Where a campaign stands, in an icon and a word. */
export function CampaignStatus({ status }: { status: Status }) {
  const t = useTranslations("campaigns.status");
  const { icon, tone } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(status)}
    </Badge>
  );
}
