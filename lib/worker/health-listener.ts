import { createServer, type Server } from "node:http";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

const staleMs = 20_000;

/** `/health/live` and `/health/ready` on WORKER_PORT, for whoever runs the worker as a container. */
export function startHealthListener(port: number, lastBeat: () => Date | null): Promise<Server> {
  const server = createServer((request, response) => {
    const seen = lastBeat();
    const isReady = seen !== null && now().getTime() - seen.getTime() < staleMs;
    const status = { "/health/live": 200, "/health/ready": isReady ? 200 : 503 }[request.url ?? ""] ?? 404;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: status === 200, seenAt: seen }));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, env().HOST, () => resolve(server));
  });
}
