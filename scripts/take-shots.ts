import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";

/*
 * Pictures of every page at three widths in both themes, into .data/shots, to be looked at. Galley has to be running:
 *   npm run shots [-- --url http://localhost:3000] [--only chat,contacts] [--locale pt] [--as "email password"]
 */
type Shot = {
  name: string;
  /** The page, or the page on which the first matching link leads there. */
  path: string;
  link?: string;
  isPublic?: true;
};

const shots: readonly Shot[] = [
  { name: "landing", path: "/", isPublic: true },
  { name: "pricing", path: "/pricing", isPublic: true },
  { name: "login", path: "/login", isPublic: true },
  { name: "signup", path: "/signup", isPublic: true },
  { name: "verify", path: "/verify", isPublic: true },
  { name: "not-found", path: "/nothing-stands-here", isPublic: true },
  { name: "unsubscribe-invalid", path: "/unsubscribe/no-such-token", isPublic: true },
  { name: "chat-new", path: "/chat" },
  { name: "chat", path: "/chat", link: 'a[href^="/chat/"]' },
  { name: "newsletters", path: "/newsletters" },
  { name: "editor", path: "/newsletters", link: 'main a[href^="/newsletters/"]' },
  { name: "templates", path: "/templates" },
  { name: "contacts", path: "/contacts" },
  { name: "contact", path: "/contacts", link: 'main a[href^="/contacts/"]:not([href*="imports"])' },
  { name: "import", path: "/contacts", link: 'main a[href^="/contacts/imports/"]' },
  { name: "campaigns", path: "/campaigns" },
  { name: "campaign-new", path: "/campaigns/new" },
  { name: "campaign", path: "/campaigns", link: 'main a[href^="/campaigns/"]:not([href="/campaigns/new"])' },
  { name: "activity", path: "/activity" },
  { name: "settings-profile", path: "/settings/profile" },
  { name: "settings-workspace", path: "/settings/workspace" },
  { name: "settings-api-keys", path: "/settings/api-keys" },
];

const widths = [390, 820, 1440];
const themes = ["light", "dark"] as const;

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    out: { type: "string", default: ".data/shots" },
    only: { type: "string" },
    locale: { type: "string", default: "en" },
    as: { type: "string" },
  },
});

const only = options.only?.split(",");
const chosen = shots.filter((shot) => !only || only.includes(shot.name));
mkdirSync(options.out, { recursive: true });

const browser = await launch();
const session = chosen.some((shot) => !shot.isPublic) ? await signIn(browser) : undefined;
const faults: string[] = [];
for (const theme of themes) {
  for (const width of widths) {
    const visitor = await contextFor(browser, theme, width);
    const member = await contextFor(browser, theme, width, session);
    for (const shot of chosen) await take(shot, shot.isPublic ? visitor : member, `${width}-${theme}`);
    await Promise.all([visitor.close(), member.close()]);
  }
}
await browser.close();
console.log(`${chosen.length * widths.length * themes.length - faults.length} pictures in ${options.out}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function launch(): Promise<Browser> {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((file) => existsSync(file));
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  });
}

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

function contextFor(
  from: Browser,
  theme: "light" | "dark",
  width: number,
  storageState?: Session,
): Promise<BrowserContext> {
  return from.newContext({
    baseURL: options.url,
    viewport: { width, height: width < 500 ? 844 : 900 },
    hasTouch: width < 900,
    colorScheme: theme,
    locale: options.locale,
    // Animations stand at their end; the landing page's composition is shown whole.
    reducedMotion: "reduce",
    ...(storageState ? { storageState } : {}),
  });
}

/** By the form, as a person would: the demo account that the seed left, or `--as "email password"`. */
async function signIn(from: Browser): Promise<Session> {
  const file = path.join(".data", "secrets", "demo-sign-in");
  const [email, password] = (options.as ?? (existsSync(file) ? readFileSync(file, "utf8") : ""))
    .trim()
    .split(/\s+/u);
  if (!email || !password) throw new Error('No demo account found; name one by --as "email password"');
  const context = await from.newContext({ baseURL: options.url });
  const page = await context.newPage();
  await page.goto("/login");
  await page.fill("[name=email]", email);
  await page.fill("[name=password]", password);
  await page.click("button[type=submit]");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"), { timeout: 30_000 });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function take(shot: Shot, context: BrowserContext, suffix: string): Promise<void> {
  const page = await context.newPage();
  try {
    await open(page, shot);
    await growToContent(page);
    await page.screenshot({ path: path.join(options.out, `${shot.name}-${suffix}.png`) });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) faults.push(`${shot.name} ${suffix}: ${overflow} px wider than the window`);
  } catch (error) {
    faults.push(`${shot.name} ${suffix}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  } finally {
    await page.close();
  }
}

/** The window grows to the page's height, so that bars fixed to its edges stand at the end and hide nothing. */
async function growToContent(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (!size) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.min(Math.max(size.height, height), 8000) });
  await page.waitForTimeout(200);
}

async function open(page: Page, shot: Shot): Promise<void> {
  await page.goto(shot.path, { waitUntil: "load" });
  if (shot.link) {
    const href = await page.locator(shot.link).first().getAttribute("href", { timeout: 10_000 });
    await page.goto(href ?? shot.path, { waitUntil: "load" });
  }
  // The event stream never ends, so the network is never idle; what is slow has its skeleton.
  await page.locator("[aria-live] [aria-hidden].animate-pulse-soft").first().waitFor({ state: "hidden" });
  await page.evaluate(() => document.fonts.ready);
  // Frames are put in by script; pages with an event stream never fall silent, hence the short patience.
  await page.waitForLoadState("networkidle", { timeout: 2500 }).catch(() => undefined);
  await page.locator("iframe.opacity-0").first().waitFor({ state: "hidden", timeout: 10_000 });
  await page.waitForTimeout(400);
}
