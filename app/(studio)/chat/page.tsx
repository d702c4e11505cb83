import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/lib/entry/require-viewer";
import { openChat } from "./open-chat";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chat"))("title") };
}

export default async function ChatPage() {
  return openChat(await requireViewer(), null);
}
