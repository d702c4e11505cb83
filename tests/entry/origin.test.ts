import { expect, it } from "vitest";
import { assertOwnOrigin } from "@/lib/entry/origin";

// APP_URL of the test environment is http://localhost:3000, a laptop.
it.each([
  ["a program without ambient cookies", {}],
  ["our own page", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }],
  ["the laptop under its other name", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
  ["a typed address", { "sec-fetch-site": "none" }],
])("%s may change things", (_who, headers) => {
  expect(() => assertOwnOrigin(new Headers(headers as HeadersInit))).not.toThrow();
});

it.each([
  ["another site", { origin: "https://evil.test" }],
  ["a page without an origin", { origin: "null" }],
  ["another port", { origin: "http://localhost:3001", host: "localhost:3000" }],
  ["another scheme", { origin: "https://localhost:3000", host: "localhost:3000" }],
  ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }],
  ["a sister domain", { "sec-fetch-site": "same-site", origin: "http://localhost:3000" }],
])("%s is refused", (_who, headers) => {
  expect(() => assertOwnOrigin(new Headers(headers as HeadersInit))).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
});
