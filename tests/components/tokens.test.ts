import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/*
 * Reads the tokens out of app/globals.css and computes them as CSS Color 4 does: oklch → oklab → linear sRGB,
 * color-mix() in oklab with premultiplied alpha; contrast as in WCAG 2.2.
 */
type Color = { l: number; a: number; b: number; alpha: number };

const css = readFileSync("app/globals.css", "utf8");
const light = declarations(":root {");
const dark = { ...light, ...declarations(".dark {") };

/** Text on the grounds it stands on, and the least contrast it needs. */
const text: [ink: string, ground: string][] = [
  ...["ground", "surface", "surface-raised", "surface-sunken"].flatMap((ground): [string, string][] => [
    ["ink", ground],
    ["ink-soft", ground],
    ["ink-faint", ground],
  ]),
  ...["ground", "surface", "surface-raised"].flatMap((ground): [string, string][] => [
    ["accent", ground],
    ["good", ground],
    ["warn", ground],
    ["bad", ground],
    ["mark-ink", ground],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["on-mark", "mark"],
  ["on-bad", "bad"],
  ["accent-strong", "accent-soft"],
  ["ink", "accent-soft"],
  ["ink-soft", "accent-soft"],
  ["good", "good-soft"],
  ["warn", "warn-soft"],
  ["bad", "bad-soft"],
  ["mark-ink", "mark-soft"],
  ["ink", "selection"],
];

/** What is no text but has to be seen: the edge of a control, the focus ring. */
const marks: [ink: string, ground: string][] = [
  ["line-strong", "surface"],
  ["line-strong", "ground"],
  ["ring", "ground"],
  ["ring", "surface"],
  ["chart-1", "surface"],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s theme", (_name, tokens) => {
  it.each(text)("shows %s on %s at 4.5:1 or more", (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(marks)("shows %s on %s at 3:1 or more", (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(3);
  });
});

function declarations(selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const block of css.split(selector).slice(1)) {
    for (const [, name, value] of block.slice(0, block.indexOf("\n}")).matchAll(/--([\w-]+):\s*([^;]+);/gu)) {
      if (name && value) found[name] = value.replace(/\s+/gu, " ").trim();
    }
  }
  return found;
}

function contrast(tokens: Record<string, string>, ink: string, ground: string): number {
  const [brighter = 0, darker = 0] = [luminance(tokens, ink), luminance(tokens, ground)].sort(
    (a, b) => b - a,
  );
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(tokens: Record<string, string>, name: string): number {
  const { l, a, b, alpha } = resolve(tokens, `var(--${name})`);
  expect(alpha, `${name} must be opaque to be measured`).toBe(1);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const linear = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

function resolve(tokens: Record<string, string>, value: string): Color {
  if (value === "white") return { l: 1, a: 0, b: 0, alpha: 1 };
  if (value === "black") return { l: 0, a: 0, b: 0, alpha: 1 };
  if (value === "transparent") return { l: 0, a: 0, b: 0, alpha: 0 };
  const name = /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
  if (name) return resolve(tokens, tokens[name] ?? fail(`no token ${name}`));
  const oklch = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/u.exec(value);
  if (oklch) {
    const [l, chroma, hue] = [Number(oklch[1]) / 100, Number(oklch[2]), (Number(oklch[3]) * Math.PI) / 180];
    return { l, a: chroma * Math.cos(hue), b: chroma * Math.sin(hue), alpha: 1 };
  }
  const mix = /^color-mix\(in oklab, (\S+) ([\d.]+)%, (.+)\)$/u.exec(value);
  if (mix?.[1] && mix[3]) {
    const share = Number(mix[2]) / 100;
    return mixed(resolve(tokens, mix[1]), resolve(tokens, mix[3]), share);
  }
  return fail(`cannot read ${value}`);
}

function mixed(one: Color, other: Color, share: number): Color {
  const alpha = one.alpha * share + other.alpha * (1 - share);
  const channel = (key: "l" | "a" | "b") =>
    (one[key] * one.alpha * share + other[key] * other.alpha * (1 - share)) / (alpha || 1);
  return { l: channel("l"), a: channel("a"), b: channel("b"), alpha };
}

function fail(message: string): never {
  throw new Error(message);
}
