/** Names of what can change while someone looks. A topic begins with its workspace, which is what a stream is allowed by. */
export function campaignTopic(workspaceId: string, campaignId: string): string {
  return `ws:${workspaceId}:campaign:${campaignId}`;
}

export function importTopic(workspaceId: string, importId: string): string {
  return `ws:${workspaceId}:import:${importId}`;
}

export function threadTopic(workspaceId: string, threadId: string): string {
  return `ws:${workspaceId}:thread:${threadId}`;
}

/** Everything of one workspace. */
export function workspaceTopics(workspaceId: string): string {
  return `ws:${workspaceId}:*`;
}

export function isTopicOf(workspaceId: string, topic: string): boolean {
  return topic.startsWith(`ws:${workspaceId}:`) && /^ws:[0-9a-f-]{36}:(\*|[a-z]+:[\w-]{1,64})$/.test(topic);
}

/** Whether a subscription, which may end in `*`, covers a topic. */
export function covers(subscription: string, topic: string): boolean {
  return subscription.endsWith("*") ? topic.startsWith(subscription.slice(0, -1)) : subscription === topic;
}
