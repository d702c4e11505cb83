import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartError } from "@/scripts/postgres/start-error";
import type { Database } from "./database";
import { loopbackOf, type Settings } from "./settings";

const webStartMs = 120_000;

/** Returns when the web process answers; throws a StartError when it does not within two minutes. */
export async function waitForWeb(settings: Settings, isStopping: () => boolean): Promise<void> {
  const address = `http://${hostInUrl(settings.values.HOST)}:${settings.values.PORT}/api/health/live`;
  const deadline = Date.now() + webStartMs;
  while (!isStopping()) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new StartError(`The web process does not answer at ${address}`);
    await delay(100);
  }
}

/** Where everything is, and how to sign in. */
export function announce(settings: Settings, database: Database, tookMs: number): void {
  const { values, hasOwnMail, dataDir } = settings;
  const mailPage = `http://${values.HOST === "127.0.0.1" ? "localhost" : hostInUrl(values.HOST)}:${values.MAIL_UI_PORT}`;
  const lines = [
    ["Galley", values.APP_URL],
    ...(hasOwnMail ? [] : [["Mailbox", `${mailPage}  (every mail that is sent lands here)`]]),
    [
      "Database",
      database.isEmbedded ? `PostgreSQL in ${path.relative(".", dataDir) || "."}` : "from DATABASE_URL",
    ],
    ...demoSignIn(settings),
  ];
  console.log(
    `\nGalley is running, after ${(tookMs / 1000).toFixed(1)} s.\n\n${lines
      .map(([name, value]) => `  ${(name ?? "").padEnd(10)}${value}`)
      .join("\n")}\n\nStop it with Ctrl-C.\n`,
  );
}

/** What the seed left for the person who starts it: `email password` on one line. */
function demoSignIn(settings: Settings): string[][] {
  const file = path.join(settings.dataDir, "secrets", "demo-sign-in");
  if (!settings.values.isLoopback || !existsSync(file)) return [];
  const [email, password] = readFileSync(file, "utf8").trim().split(/\s+/);
  return [["Sign in", `${email}  with the password  ${password}`]];
}

function hostInUrl(host: string): string {
  const reached = loopbackOf(host);
  return reached.includes(":") ? `[${reached}]` : reached;
}
