import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { signInAsDemo } from "./support/demo";
import { expect, test } from "./support/fixtures";

const open = ["/", "/pricing", "/login", "/signup"];
const signedIn = [
  "/chat",
  "/newsletters",
  "/templates",
  "/contacts",
  "/campaigns",
  "/campaigns/new",
  "/activity",
  "/settings/profile",
  "/settings/workspace",
  "/settings/api-keys",
  "/no-such-page",
];
/** A page of each kind that has an id, reached by its first link on the list. */
const firstOf = ["/newsletters", "/campaigns", "/contacts"];

async function expectAccessible(page: Page, path: string, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto(path);
  await expect(page.locator("h1, h2").first()).toBeVisible();
  // A title that waits for data is streamed in after the page.
  await expect(page).toHaveTitle(/./);
  const found = await new AxeBuilder({ page })
    // A shown mail is a frame in which no script runs, so not axe either: it would wait for ever.
    .exclude("iframe[sandbox]")
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const violations = found.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
  expect.soft(violations, `${path}, ${colorScheme}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`pages before sign-in hold to WCAG 2.2 AA, ${colorScheme}`, async ({ page }) => {
    for (const path of open) await expectAccessible(page, path, colorScheme);
  });

  test(`pages of the studio hold to WCAG 2.2 AA, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAsDemo(page);
    for (const path of signedIn) await expectAccessible(page, path, colorScheme);
    for (const list of firstOf) {
      await page.goto(list);
      const link = page.locator(`main a[href^="${list}/"]:not([href$="/new"])`).first();
      await expect(link).toBeAttached();
      await expectAccessible(page, (await link.getAttribute("href")) ?? list, colorScheme);
    }
  });
}
