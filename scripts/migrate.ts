import { installJobQueue } from "@/lib/jobs/boss";
import { applyMigrations } from "@/lib/platform/apply-migrations";
import { env } from "@/lib/platform/env";

// `npm run db:migrate`: brings the database to the state that this code expects; safe to run at any time, by many.
try {
  const url = env().DIRECT_DATABASE_URL ?? env().DATABASE_URL;
  const applied = await applyMigrations(url);
  await installJobQueue(url);
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
