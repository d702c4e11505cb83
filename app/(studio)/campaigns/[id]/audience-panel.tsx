import { getTranslations } from "next-intl/server";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import type { Viewer } from "@/lib/accounts/viewer";
import type { CampaignView } from "@/lib/campaigns/campaign-schema";
import { getAudienceCount } from "@/lib/campaigns/get-audience-count";
import { countAudience } from "@/lib/contacts/count-audience";
import { listLists } from "@/lib/contacts/list-lists";
import { AudienceForm } from "./audience-form";

type Props = { viewer: Viewer; campaign: CampaignView; isReadOnly: boolean };

/** Who gets it, with the count and who is left out. */
export async function AudiencePanel({ viewer, campaign, isReadOnly }: Props) {
  const t = await getTranslations("campaigns.draft");
  const [lists, everyone, count] = await Promise.all([
    listLists(viewer),
    countAudience(viewer, { all: true }),
    getAudienceCount(viewer, campaign.id),
  ]);
  return (
    <Panel>
      <PanelHeader title={t("audience")} sentence={t("audienceSentence")} />
      <PanelBody>
        <AudienceForm
          id={campaign.id}
          audience={campaign.audience}
          lists={lists.map(({ id, name, contacts }) => ({ id, name, contacts }))}
          everyone={everyone.total}
          count={count}
          isReadOnly={isReadOnly}
        />
      </PanelBody>
    </Panel>
  );
}
