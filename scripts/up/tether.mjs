// Preloaded (`node --import`) into every process that must not outlive the one that started it. The parent holds the
// other end of a pipe; when the system closes it, whatever killed the parent, this process stops as if told to.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

const descriptor = process.env.GALLEY_TETHER;
const graceMs = Number(process.env.GALLEY_TETHER_GRACE_MS ?? 12_000);
delete process.env.GALLEY_TETHER;
delete process.env.GALLEY_TETHER_GRACE_MS;

if (isMainThread && descriptor) {
  const pipe = new Socket({ fd: Number(descriptor), readable: true, writable: false });
  pipe.on("error", () => undefined);
  pipe.once("close", () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  pipe.resume();
  pipe.unref();
}
