"use client";

import { Radio, RefreshCw, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useLiveState } from "./use-live";

/** Says whether the figures move by themselves. */
export function LiveBadge() {
  const t = useTranslations("campaigns.live");
  const state = useLiveState();
  if (state === "offline") {
    return (
      <Badge tone="warn" icon={WifiOff}>
        {t("offline")}
      </Badge>
    );
  }
  return (
    <Badge tone={state === "live" ? "accent" : "neutral"} icon={state === "live" ? Radio : RefreshCw}>
      {t(state === "live" ? "live" : "polling")}
    </Badge>
  );
}
