import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// `prisma generate` and `validate` never use the native schema engine, yet the CLI first tries to download it.
// Any existing file stands in for it where that download is out of reach; machines that have the engine keep it.
const engineIsHere = existsSync(
  fileURLToPath(new URL("./node_modules/@prisma/engines/schema-engine-debian-openssl-3.0.x", import.meta.url)),
);
if (!engineIsHere) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env.DIRECT_DATABASE_URL ?? process.env.DATABASE_URL ?? "postgresql://127.0.0.1:5432/galley",
  },
});
