import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";

type Props = { params: Promise<{ threadId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chat"))("title") };
}

/** A thin door, so that a build without chat ships none of it. */
export default async function ThreadPage({ params }: Props) {
  const threadId = z.uuid().safeParse((await params).threadId);
  const Screen = FEATURE_CHAT ? (await import("../chat-screen")).ChatScreen : null;
  if (!Screen || !threadId.success) notFound();
  return <Screen threadId={threadId.data} />;
}
