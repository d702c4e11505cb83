import { spawnSync } from "node:child_process";
import { installJobQueue } from "@/lib/jobs/boss";
import { env } from "@/lib/platform/env";

// `npm run db:migration -- <name>`: has Prisma write the migration that brings the database to the schema, applies it,
// and makes the client again. Needs Prisma's schema engine, which its CLI downloads.
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Name the migration in snake_case: npm run db:migration -- add_contacts");
  process.exit(1);
}
const url = env().DIRECT_DATABASE_URL ?? env().DATABASE_URL;
const result = spawnSync(
  process.execPath,
  ["node_modules/prisma/build/index.js", "migrate", "dev", "--name", name],
  { stdio: "inherit", env: { ...process.env, DATABASE_URL: url } },
);
if (result.status === 0) {
  spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "generate"], { stdio: "inherit" });
  await installJobQueue(url);
}
process.exit(result.status ?? 1);
