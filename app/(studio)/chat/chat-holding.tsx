import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ConversationDrawing } from "@/components/states/drawings";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";

/** What stands here in a build without chat. */
export async function ChatHolding() {
  const t = await getTranslations("chat");
  const shell = await getTranslations("shell");
  return (
    <Page className="grid min-h-[70dvh] place-content-center justify-items-center gap-3 text-center">
      <ConversationDrawing className="mb-3 text-ink-faint" />
      <h1 className="headline text-xl md:text-2xl">{t("holdingTitle")}</h1>
      <p className="max-w-[46ch] text-ink-soft text-base">{t("holdingSentence")}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <Button asChild>
          <Link href="/campaigns">{shell("campaigns")}</Link>
        </Button>
        <Button asChild variant="primary">
          <Link href="/newsletters">{shell("newsletters")}</Link>
        </Button>
      </div>
    </Page>
  );
}
