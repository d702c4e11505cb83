import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireViewer } from "@/lib/entry/require-viewer";
import { isAppError } from "@/lib/platform/errors";
import { openChat } from "../open-chat";

type Props = { params: Promise<{ threadId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chat"))("title") };
}

export default async function ThreadPage({ params }: Props) {
  const viewer = await requireViewer();
  const threadId = z.uuid().safeParse((await params).threadId);
  if (!threadId.success) notFound();
  try {
    return await openChat(viewer, threadId.data);
  } catch (error) {
    if (isAppError(error, "not_found")) notFound();
    throw error;
  }
}
