"use client";

import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ApiKeyView } from "@/lib/accounts/list-api-keys";
import { scopes } from "@/lib/accounts/permissions";
import { revokeApiKeyAction } from "./actions";
import { scopeText } from "./scope-text";

/** The live keys: what they may do, when they were last used, and the way to end them. */
export function ApiKeyList({ keys }: { keys: ApiKeyView[] }) {
  const t = useTranslations("settings");
  const errors = useTranslations("errors");
  async function revoke(id: string) {
    const answer = await revokeApiKeyAction({ id }).catch(() => null);
    if (answer?.ok) toast.success(t("revoked"));
    else toast.error(answer?.message ?? errors("unavailable"));
  }
  return (
    <Panel>
      <ul>
        {keys.map((key) => (
          <li
            key={key.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b px-4 py-4 last:border-b-0 md:px-5"
          >
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-2">
                <span className="wrap-anywhere font-medium">{key.name}</span>
                <Expiry at={key.expiresAt} />
              </p>
              <p className="font-mono text-ink-soft text-sm">{key.prefix}…</p>
              <p className="text-ink-soft text-sm">
                {key.scopes.length === scopes.length
                  ? t("allScopes")
                  : key.scopes.map((scope) => t(scopeText(scope))).join(" · ")}
              </p>
              <p className="text-ink-faint text-sm">
                {t.rich("keyMade", { time: () => <RelativeTime at={key.createdAt} /> })}
                {" · "}
                {key.lastUsedAt
                  ? t.rich("keyUsed", { time: () => <RelativeTime at={key.lastUsedAt ?? key.createdAt} /> })
                  : t("keyUnused")}
              </p>
            </div>
            <ConfirmDialog
              trigger={
                <Button size="small" aria-label={t("revokeNamed", { name: key.name })}>
                  {t("revoke")}
                </Button>
              }
              title={t("revokeNamed", { name: key.name })}
              sentence={t("revokeSentence")}
              confirm={t("revoke")}
              onConfirm={() => revoke(key.id)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Expiry({ at }: { at: Date | null }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  if (!at) return null;
  return at.getTime() <= Date.now() ? (
    <Badge tone="bad">{t("expired")}</Badge>
  ) : (
    <Badge>{t("expiresOn", { day: format.dateTime(at, "day") })}</Badge>
  );
}
