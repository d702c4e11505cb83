import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock,
  LoaderCircle,
  type LucideIcon,
  Send,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RecipientPage } from "@/lib/campaigns/list-campaign-recipients";
import { useSay } from "./use-say";

type Recipient = RecipientPage["data"][number];

const looks: Record<Recipient["state"], { icon: LucideIcon; tone: ComponentProps<typeof Badge>["tone"] }> = {
  queued: { icon: Clock, tone: "neutral" },
  claimed: { icon: LoaderCircle, tone: "neutral" },
  handed: { icon: Send, tone: "accent" },
  accepted: { icon: CircleCheck, tone: "good" },
  rejected: { icon: CircleAlert, tone: "bad" },
  unknown: { icon: CircleHelp, tone: "warn" },
  excluded: { icon: Ban, tone: "neutral" },
};

/** Who, where they stand, and why, in words. */
export function RecipientsTable({ recipients }: { recipients: readonly Recipient[] }) {
  const t = useTranslations("campaigns.recipients");
  return (
    <Table aria-label={t("label")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("email")}</TableHeader>
          <TableHeader>{t("state")}</TableHeader>
          <TableHeader className="max-md:hidden">{t("why")}</TableHeader>
          <TableHeader className="max-md:hidden">{t("signals")}</TableHeader>
          <TableHeader className="max-md:hidden">{t("when")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {recipients.map((recipient) => (
          <Row key={recipient.id} recipient={recipient} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ recipient }: { recipient: Recipient }) {
  const t = useTranslations("campaigns");
  const { icon, tone } = looks[recipient.state];
  const at = recipient.settledAt ?? recipient.handedAt;
  const signals = [
    recipient.openedAt && t("recipients.opened"),
    recipient.clickedAt && t("recipients.clicked"),
    recipient.unsubscribedAt && t("recipients.unsubscribed"),
  ].filter(Boolean);
  return (
    <TableRow>
      <TableCell className="w-full max-w-0 py-2 md:w-auto md:max-w-72">
        <span className="block truncate">{recipient.email}</span>
        {recipient.name && <span className="block truncate text-ink-faint text-sm">{recipient.name}</span>}
        <span className="mt-1 block text-ink-soft text-sm md:hidden">
          <Why recipient={recipient} /> {signals.length > 0 && `(${signals.join(", ")})`}
        </span>
      </TableCell>
      <TableCell>
        <Badge tone={tone} icon={icon}>
          {t(`state.${recipient.state}`)}
        </Badge>
      </TableCell>
      <TableCell className="min-w-56 max-w-md py-2 text-ink-soft text-sm max-md:hidden">
        <Why recipient={recipient} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-sm max-md:hidden">{signals.join(", ")}</TableCell>
      <TableCell className="whitespace-nowrap text-ink-soft text-sm max-md:hidden">
        {at && <RelativeTime at={at} />}
      </TableCell>
    </TableRow>
  );
}

/** "Why did this person (not) get it?" answered from the row. */
function Why({ recipient }: { recipient: Recipient }) {
  const t = useTranslations("campaigns.reason");
  const say = useSay("exclusion");
  const response = recipient.response?.trim() ?? "";
  switch (recipient.state) {
    case "excluded":
      return t("excluded", { reason: say(recipient.reason ?? "other") });
    case "rejected":
      return response ? t("rejected", { response }) : t("rejectedPlain");
    case "queued":
      return recipient.attempts > 0 && response ? t("retry", { response }) : t("queued");
    case "accepted":
      return t("accepted", { response: response ? `: ${response}` : "" });
    default:
      return t(recipient.state);
  }
}
