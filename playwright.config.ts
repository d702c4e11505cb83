import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

/** A copy of its own beside any that runs: other ports, a fresh data folder, started and stopped by the tests. */
const ports = { PORT: "3170", MAIL_UI_PORT: "3171", SMTP_PORT: "3172" };
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://localhost:${ports.PORT}`,
    actionTimeout: 20_000,
    trace: "retain-on-failure",
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      testMatch: /journey|axe/,
      use: { ...devices["iPhone 14"], defaultBrowserType: "chromium", viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: "rm -rf .data/e2e && exec node scripts/up.mjs",
    url: `http://localhost:${ports.PORT}/api/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    env: { ...ports, DATA_DIR: ".data/e2e", LOG_LEVEL: "warn" },
  },
});
