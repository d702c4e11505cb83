import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mailbox, startMailbox } from "@/emulators/mailbox/start-mailbox";

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(() => mailbox.stop());

/** Not spawnSync: the mailbox of this process has to answer meanwhile. */
function start(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/web.ts"], {
    env: { ...process.env, DATABASE_URL: "postgresql://127.0.0.1:1/nowhere", ...environment },
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.on("exit", (code) => resolve({ code, said })));
}

test("the production start refuses a mailbox that is only a stand-in, in one line", async () => {
  const { code, said } = await start({ SMTP_URL: mailbox.smtpUrl });
  expect(code).toBe(1);
  expect(said.split("\n").filter((line) => line.startsWith("SMTP_URL:"))).toHaveLength(1);
});

test("the production start names a variable that cannot be used", async () => {
  const { code, said } = await start({ PORT: "eighty" });
  expect(code).toBe(1);
  expect(said).toMatch(/^PORT: /m);
});
