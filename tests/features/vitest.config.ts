import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `npm run test:features`: production builds with parts left out, minutes long, and so apart from the other tests. */
export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["tests/features/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/environment.ts", "tests/support/database.ts"],
    testTimeout: 60_000,
    hookTimeout: 900_000,
  },
});
