import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// These commands never use the native schema engine, yet the CLI first wants to download it. Any existing file stands
// in for it where there is none; commands that need the engine fetch it as ever.
const needsNoEngine = ["generate", "validate", "format"].some((command) => process.argv.includes(command));
const engineIsHere = readdirSync(
  fileURLToPath(new URL("./node_modules/@prisma/engines", import.meta.url)),
).some((file) => file.startsWith("schema-engine-"));
if (needsNoEngine && !engineIsHere) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env.DIRECT_DATABASE_URL ?? process.env.DATABASE_URL ?? "postgresql://127.0.0.1:5432/galley",
  },
});
