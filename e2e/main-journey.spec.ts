import type { Page } from "@playwright/test";
import { expect, newAddress, signUp, test } from "./support/fixtures";
import { countMails, receivedMail } from "./support/mailbox";

const brief =
  "Announce our autumn workshop to VIP customers: letterpress basics with Ana Duarte on 24 October at 18:30, 45 € per person, " +
  "book at https://presswork.example.org/autumn";

/** On a phone conversation and paper are two views. */
async function show(page: Page, tab: "Conversation" | "Paper"): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 1024) return;
  await page.getByRole("radio", { name: tab, exact: true }).click();
}

async function say(page: Page, words: string): Promise<void> {
  await show(page, "Conversation");
  const box = page.getByRole("textbox", { name: "Your message" });
  await box.fill(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Galley is at it")).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Stop" })).toBeHidden({ timeout: 60_000 });
}

function paper(page: Page) {
  return page.getByLabel("The newsletter. Click a text to change it.");
}

test("from sign-up to the inbox: compose by chat, import, check, test, send, watch, click, leave", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const me = newAddress("marta");
  const readers = [newAddress("ana"), newAddress("bruno"), newAddress("chloe")];
  await signUp(page, me);

  await test.step("say where the workspace is, which every mail must name", async () => {
    await page.goto("/settings/workspace");
    await page.getByLabel("Name", { exact: true }).fill("Presswork");
    await page.getByLabel(/Postal address/).fill("Presswork, Rua da Rosa 12, 1200-387 Lisboa, Portugal");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(/Saved/).first()).toBeVisible();
  });

  await test.step("import contacts from a CSV file", async () => {
    await page.goto("/contacts");
    await importContacts(page, readers);
  });

  await test.step("compose by chat", async () => {
    await page.goto("/chat");
    await say(page, brief);
    await show(page, "Paper");
    await expect(paper(page)).toContainText("Ana Duarte");
    await expect(paper(page)).toContainText("24 October");
    await expect(paper(page)).toContainText("45 €");
  });

  await test.step("change the headline by chat, then by clicking on it", async () => {
    await say(page, 'Make the headline "Ink, paper, patience"');
    await show(page, "Paper");
    const headline = paper(page).getByRole("heading", { level: 1 }).first();
    await expect(headline).toHaveText("Ink, paper, patience");
    await headline.getByRole("button", { name: "Ink, paper, patience" }).click();
    const editor = paper(page).getByRole("textbox", { name: "Change this text" });
    await expect(editor).toBeFocused();
    await editor.click({ clickCount: 3 });
    await page.keyboard.type("Ink, paper and patience");
    await page.keyboard.press("Enter");
    await expect(headline).toHaveText("Ink, paper and patience");
    await expect(page.getByText(/Saved · version/)).toBeVisible();
    await page.reload();
    await show(page, "Paper");
    await expect(paper(page).getByRole("heading", { level: 1 }).first()).toHaveText(
      "Ink, paper and patience",
    );
    await show(page, "Conversation");
    await expect(page.getByText("Announce our autumn workshop to VIP customers").first()).toBeVisible();
  });

  await test.step("pick another template; the words stay", async () => {
    await show(page, "Paper");
    await page.getByRole("button", { name: "Template", exact: true }).click();
    await page.getByRole("button", { name: /Use “Plain letter”|Plain letter/ }).click();
    await expect(paper(page)).toContainText("Ink, paper and patience");
    await expect(paper(page)).toContainText("Ana Duarte");
  });

  await test.step("choose the audience, check, and send a test", async () => {
    await say(page, "Send it to the list VIP");
    await expect(page.getByText(/3 people/).first()).toBeVisible();
    await say(page, "Send me a test");
    const trial = await receivedMail(me, /workshop|Ink/i);
    expect(trial.html).toContain("Ana Duarte");
    expect(trial.text).toMatch(/24 October[\s\S]*45 €[\s\S]*http:/);
  });

  await test.step("confirm the proposal", async () => {
    await say(page, "Send it");
    const proposal = page.getByRole("region", { name: /goes out|sent|send/i }).last();
    await proposal.getByRole("button", { name: /Send to 3 people/ }).dblclick();
    await expect(page.getByText(/3 accepted|Sent/).first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step("watch it on the activity and campaign pages", async () => {
    await page.goto("/activity");
    await page
      .locator("main")
      .getByRole("link", { name: /workshop|Ink/i })
      .first()
      .click();
    await expect(page).toHaveURL(/\/campaigns\//);
    await expect(page.locator("main")).toContainText(/Sent/, { timeout: 60_000 });
    for (const reader of readers) expect(await countMails(reader)).toBe(1);
  });

  await test.step("open the mail, follow a link, and leave in one click", async () => {
    const mail = await receivedMail(readers[0] ?? "", /workshop|Ink/i);
    expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    expect(mail.headers["x-galley-recipient"]).toBeTruthy();
    expect(mail.text).toContain("24 October");
    const tracked = /href="(http:\/\/localhost:\d+\/[^"]*)"[^>]*>(?:(?!<\/a>)[\s\S])*/g;
    const links = [...mail.html.matchAll(tracked)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
    const answers = await Promise.all(
      links.map(async (url) => (await fetch(url, { redirect: "manual" })).headers.get("location")),
    );
    expect(answers).toContain("https://presswork.example.org/autumn");
    const oneClick = /<(http[^>]+)>/.exec(mail.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
    await page.goto(oneClick);
    await expect(page).toHaveURL(/\/unsubscribe\//);
    const left = await fetch(oneClick, {
      method: "POST",
      body: "List-Unsubscribe=One-Click",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(left.status).toBe(200);
    await page.goto(`/contacts?search=${encodeURIComponent(readers[0] ?? "")}`);
    await expect(page.getByText("Unsubscribed").first()).toBeVisible();
  });
});

/** Two columns are recognised by their names; the faulty line is reported and does not stop the rest. */
async function importContacts(page: Page, readers: string[]): Promise<void> {
  const rows = readers.map((email, index) => `${email},Reader ${index + 1}`);
  const csv = ["Email,First name", ...rows, "not-an-address,Nobody"].join("\n");
  await page
    .getByRole("button", { name: /Add contacts|Import a CSV file/ })
    .first()
    .click();
  const csvTab = page.getByRole("tab", { name: "CSV file" });
  await csvTab.click();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "readers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("combobox", { name: "Add everyone to" }).click();
  await page.getByRole("option", { name: "A new list…" }).click();
  await page.getByLabel("Name of the new list").fill("VIP");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/contacts\/imports\//);
  await expect(page.getByText("Imported", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Not an e-mail address").first()).toBeVisible();
}
