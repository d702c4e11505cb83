import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { type ApiKeyView, listApiKeys } from "@/lib/accounts/list-api-keys";
import { can } from "@/lib/accounts/permissions";
import { limitOf } from "@/lib/entitlements/entitlements";
import { requireViewer } from "@/lib/entry/require-viewer";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { ApiKeyList } from "./api-key-list";
import { CreateKeyDialog } from "./create-key-dialog";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("apiKeys") };
}

export default async function ApiKeysPage() {
  const viewer = await requireViewer();
  const t = await getTranslations("settings");
  if (!can(viewer, "apiKeys.manage")) {
    return (
      <>
        <PageHeader title={t("apiKeys")} />
        <Notice>{t("keysNotYours")}</Notice>
      </>
    );
  }
  const isLive = ({ expiresAt }: ApiKeyView) => expiresAt === null || expiresAt > now();
  const [keys, allowed] = await Promise.all([listApiKeys(viewer), limitOf(viewer.workspaceId, "api_keys")]);
  return (
    <>
      <PageHeader
        title={t("apiKeys")}
        sentence={t.rich("keysSentence", {
          code: (words) => <code className="font-mono text-sm">{words}</code>,
          url: `${env().APP_URL}/api/v1`,
        })}
        action={allowed > 0 && <CreateKeyDialog />}
      />
      {allowed === 0 && <Notice className="mb-6">{t("keysNeedPlan")}</Notice>}
      {keys.length > 0 ? (
        <ApiKeyList keys={keys} />
      ) : (
        <Panel>
          <EmptyState title={t("noKeys")} sentence={t("noKeysSentence")} />
        </Panel>
      )}
      {allowed > 0 && (
        <p className="mt-3 text-ink-faint text-sm">
          {t("keysUsed", { used: keys.filter(isLive).length, allowed })}
        </p>
      )}
    </>
  );
}
