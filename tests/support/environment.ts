import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// Each test file stands in an environment of its own: secrets and files in a fresh folder, no vendor's variable from outside.
for (const name of [
  "DATABASE_URL",
  "SMTP_URL",
  "RESEND_API_KEY",
  "OPENAI_API_KEY",
  "OPENAI_BASE_URL",
  "APP_URL",
]) {
  delete process.env[name];
}
Object.assign(process.env, {
  DATA_DIR: mkdtempSync(path.join(tmpdir(), "galley-test-")),
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  ALLOW_PRIVATE_HOSTS: "1",
});
