import { expect, it } from "vitest";
import { safeCallbackUrl } from "@/lib/accounts/callback-url";
import { slugFromName } from "@/lib/accounts/workspace-rules";

const own = "https://galley.test";

it.each([
  ["/contacts?tag=vip#top", "/contacts?tag=vip#top"],
  ["https://galley.test/campaigns", "/campaigns"],
  ["settings/workspace", "/settings/workspace"],
])("%s leads to %s", (asked, path) => {
  expect(safeCallbackUrl(asked, own)).toBe(path);
});

it.each([
  undefined,
  "",
  "https://evil.test/contacts",
  "//evil.test",
  "/\\evil.test",
  "/.//evil.test",
  "\t//evil.test",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://galley.test/contacts",
  "https://galley.test@evil.test/",
  "https://galley.test.evil.test/",
  "/login?callbackUrl=/login",
  "/api/auth/signout",
  "/",
])("%s leads home", (asked) => {
  expect(safeCallbackUrl(asked, own)).toBe("/chat");
});

it.each([
  ["Café São João!", "cafe-sao-joao"],
  ["  --  ", "workspace"],
  ["日本", "workspace"],
  ["a".repeat(90), "a".repeat(48)],
])("the slug of %s is %s", (name, slug) => {
  expect(slugFromName(name)).toBe(slug);
});
