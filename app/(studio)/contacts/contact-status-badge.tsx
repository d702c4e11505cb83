import { Ban, Check, Clock, MailX, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ContactView } from "@/lib/contacts/contact-view";

const looks = {
  subscribed: { tone: "good", icon: Check },
  pending: { tone: "neutral", icon: Clock },
  unsubscribed: { tone: "neutral", icon: Ban },
  bounced: { tone: "warn", icon: MailX },
  complained: { tone: "bad", icon: OctagonAlert },
} as const;

/** Whether someone may be written to, in an icon and a word, with the reason on hover. */
export function ContactStatusBadge({ status }: { status: ContactView["status"] }) {
  const t = useTranslations("contacts");
  return (
    <Badge {...looks[status]} title={t(`statusHint.${status}`)}>
      {t(`status.${status}`)}
    </Badge>
  );
}
