import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };

/** Rules that need no database. Everything else gets one of its own, cloned from a migrated template. */
const withoutDatabase = [
  "tests/architecture.test.ts",
  "tests/{content,emails,templates,platform,emulators,scripts,components,messages}/**/*.test.{ts,tsx}",
];

export default defineConfig({
  resolve: { alias },
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    coverage: { provider: "v8", include: ["lib/**"], exclude: ["lib/platform/generated/**"] },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: withoutDatabase, setupFiles: ["tests/support/environment.ts"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: withoutDatabase,
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/environment.ts", "tests/support/database.ts"],
        },
      },
    ],
  },
});
