import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { getOwnAccount } from "@/lib/accounts/get-own-account";
import { requireViewer } from "@/lib/entry/require-viewer";
import { ProfileForm } from "./profile-form";
import { ThemeChoice } from "./theme-choice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function ProfilePage() {
  const [{ user }, t] = await Promise.all([getOwnAccount(await requireViewer()), getTranslations("profile")]);
  return (
    <>
      <PageHeader title={t("title")} sentence={t("sentence")} />
      <div className="grid gap-6">
        <Panel>
          <PanelBody className="pt-5">
            <ProfileForm user={user} timeZones={Intl.supportedValuesOf("timeZone")} />
          </PanelBody>
        </Panel>
        <Panel>
          <PanelHeader title={t("theme")} sentence={t("themeSentence")} />
          <PanelBody>
            <ThemeChoice />
          </PanelBody>
        </Panel>
      </div>
    </>
  );
}
