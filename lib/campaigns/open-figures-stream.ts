import { assertCan } from "@/lib/accounts/permissions";
import type { Viewer } from "@/lib/accounts/viewer";
import { log } from "@/lib/platform/log";
import { openEventStream } from "@/lib/realtime/open-event-stream";
import { subscribe } from "@/lib/realtime/subscribe";
import { campaignTopic } from "@/lib/realtime/topics";
import { getCampaign } from "./get-campaign";
import { isOver } from "./status-rules";

const atMostEveryMs = 1_000;
/** A hint that was lost is made up for by looking anyway. */
const atLeastEveryMs = 5_000;

/**
 * Server-sent `figures` events `{ status, pausedReason?, figures }`: one at once, then after each change, at most once a second, and a last one when the
 * campaign is over, which ends the stream. Throws `not_found`.
 */
export async function openFiguresStream(
  viewer: Viewer,
  campaignId: string,
  signal: AbortSignal,
): Promise<Response> {
  assertCan(viewer, "campaigns.read");
  const first = await getCampaign(viewer, campaignId);
  return openEventStream({
    signal,
    start: (stream) => {
      let timer: NodeJS.Timeout | undefined;
      let sentAtMs = Number.NEGATIVE_INFINITY;
      let sent = "";
      let isStopped = false;

      const show = ({ status, pausedReason, figures }: typeof first) => {
        const data = { status, ...(pausedReason ? { pausedReason } : {}), figures };
        const text = JSON.stringify(data);
        if (text !== sent) stream.send({ name: "figures", data, key: "figures" });
        sent = text;
        if (isOver(status) && figures.pending === 0) stream.close();
      };
      const read = async () => {
        timer = undefined;
        sentAtMs = performance.now();
        try {
          const view = await getCampaign(viewer, campaignId, { isLive: true });
          if (!isStopped) show(view);
        } catch (error) {
          log.warn("figures stream could not read", { campaignId, error: String(error) });
        }
      };
      const soon = () => {
        timer ??= setTimeout(() => void read(), Math.max(0, sentAtMs + atMostEveryMs - performance.now()));
      };
      const stop = subscribe([campaignTopic(viewer.workspaceId, campaignId)], soon);
      const anyway = setInterval(soon, atLeastEveryMs);
      show(first);
      sentAtMs = performance.now();
      return () => {
        isStopped = true;
        stop();
        clearTimeout(timer);
        clearInterval(anyway);
      };
    },
  });
}
