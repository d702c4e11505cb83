import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { featureNames } from "./lib/platform/features";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };

/** Rules that need no database. Everything else gets one of its own, cloned from a migrated template. */
const withoutDatabase = [
  "tests/architecture.test.ts",
  "tests/{content,emails,templates,platform,emulators,scripts,components,messages}/**/*.test.{ts,tsx}",
];

export default defineConfig({
  resolve: { alias },
  // What next.config.ts writes into a build: here every part is on.
  define: Object.fromEntries(featureNames.map((name) => [`FEATURE_${name.toUpperCase()}`, "true"])),
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
          // Those make builds of their own: `npm run test:features`.
          exclude: [...withoutDatabase, "tests/features/**"],
          globalSetup: ["tests/support/global-setup.ts"],
          setupFiles: ["tests/support/environment.ts", "tests/support/database.ts"],
        },
      },
    ],
  },
});
