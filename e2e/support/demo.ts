import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** `address password`, as the seed left it in the data folder. */
function demoPassword(): string {
  return readFileSync(".data/e2e/secrets/demo-sign-in", "utf8").trim().split(/\s+/).at(-1) ?? "";
}

/** The seeded account: its pages are full. */
export async function signInAsDemo(page: Page): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill("demo@galley.example");
  await page.locator("[name=password]").fill(demoPassword());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/chat/);
}
