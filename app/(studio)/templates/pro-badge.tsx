import { Lock, Sparkle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Amber, with a lock only where it is one. */
export function ProBadge({ isLocked }: { isLocked: boolean }) {
  const t = useTranslations("templates");
  return (
    <Badge tone="mark" icon={isLocked ? Lock : Sparkle}>
      {t("pro")}
    </Badge>
  );
}
