import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChatHolding } from "./chat-holding";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("chat"))("title") };
}

/** A thin door, so that a build without chat ships none of it. */
export default async function ChatPage() {
  const Screen = FEATURE_CHAT ? (await import("./chat-screen")).ChatScreen : null;
  return Screen ? <Screen threadId={null} /> : <ChatHolding />;
}
