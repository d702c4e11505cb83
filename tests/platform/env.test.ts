import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";

const laptop = { DATABASE_URL: "postgresql://127.0.0.1/galley" };

describe("envFaults", () => {
  it("accepts a laptop that names only its database", async () => {
    const { envFaults } = await import("@/lib/platform/env");
    expect(envFaults({ NODE_ENV: "test", ...laptop })).toEqual([]);
  });

  it("names the variable of every fault, one line each", async () => {
    const { envFaults } = await import("@/lib/platform/env");
    const faults = envFaults({ NODE_ENV: "test", ...laptop, PORT: "eighty", SMTP_URL: "http://mail" });
    expect(faults).toHaveLength(2);
    expect(faults.find((line) => line.startsWith("PORT:"))).toBeDefined();
    expect(faults.find((line) => line.startsWith("SMTP_URL:"))).toContain("smtp://");
  });

  it("requires secrets and a database on the open network", async () => {
    const { envFaults } = await import("@/lib/platform/env");
    const faults = envFaults({ NODE_ENV: "production", APP_URL: "https://news.example.com" });
    expect(faults.map((line) => line.split(":")[0])).toEqual([
      "APP_SECRET",
      "ENCRYPTION_KEYS",
      "DATABASE_URL",
    ]);
  });

  it("says how to get a database when there is none", async () => {
    const { envFaults } = await import("@/lib/platform/env");
    const dataDir = mkdtempSync(path.join(tmpdir(), "galley-env-"));
    expect(envFaults({ NODE_ENV: "test", DATA_DIR: dataDir })[0]).toContain("make start");
  });
});

describe("env", () => {
  beforeEach(() => vi.resetModules());

  it("makes a laptop's secrets once and reads the same ones afterwards", async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), "galley-env-"));
    Object.assign(process.env, laptop, { DATA_DIR: dataDir });
    const first = (await import("@/lib/platform/env")).env().APP_SECRET;
    vi.resetModules();
    const second = (await import("@/lib/platform/env")).env().APP_SECRET;
    expect(second).toBe(first);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(path.join(dataDir, "secrets", "app-secret"), "utf8")).toBe(first);
  });
});
