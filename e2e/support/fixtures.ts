import { test as base, expect, type Page } from "@playwright/test";
import { receivedCode } from "./mailbox";

export { expect };

let made = 0;

/** An address nobody else in this run uses. */
export function newAddress(name: string): string {
  made += 1;
  return `${name}.${process.pid}.${Date.now().toString(36)}.${made}@example.com`;
}

export const password = "four unrelated words";

/** Signs up as a person would, reading the code from the mailbox, and stands on the home page afterwards. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/signup");
  await page.getByLabel("E-mail").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await typeCode(page, await receivedCode(email));
  await expect(page).toHaveURL(/\/chat/);
}

/** Six boxes or one field: the code is typed where the page put the focus, and sends itself when complete. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox").first().click();
  await page.keyboard.type(code);
}

/** A page of somebody who has just signed up, with an empty workspace on trial. */
export const test = base.extend<{ person: { page: Page; email: string } }>({
  person: async ({ page }, use) => {
    const email = newAddress("marta");
    await signUp(page, email);
    await use({ page, email });
  },
});
