import { z } from "zod";

export const paletteNames = ["indigo", "marigold", "forest", "clay", "ink"] as const;
export const typefaceNames = ["editorial", "modern", "classic", "typewriter"] as const;

const hexColor = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, "A colour is written as #rrggbb")
  .overwrite((value) => value.toLowerCase());

export const themeColorsSchema = z.strictObject({
  accent: hexColor.optional(),
  ground: hexColor.optional(),
  paper: hexColor.optional(),
  ink: hexColor.optional(),
});

export const themeSchema = z.strictObject({
  palette: z.enum(paletteNames),
  typeface: z.enum(typefaceNames),
  /** A workspace's own colours in place of the palette's, in light mode. */
  colors: themeColorsSchema.optional(),
});

/** How a newsletter looks: names and checked colours only, never CSS. */
export type Theme = z.infer<typeof themeSchema>;

export const defaultTheme: Theme = { palette: "indigo", typeface: "editorial" };

export type ThemeColors = {
  /** Around the paper. */ ground: string;
  /** Behind the words. */ paper: string;
  ink: string;
  /** Secondary words. */ soft: string;
  line: string;
  /** Buttons, links. */ accent: string;
  onAccent: string;
  /** Links and small labels on paper. */ accentText: string;
  /** Panels: event facts, code. */ tint: string;
  /** The highlighter: short rules, ticks. */ mark: string;
};

export type ResolvedTheme = {
  light: ThemeColors;
  dark: ThemeColors;
  headingFont: string;
  bodyFont: string;
  codeFont: string;
  /** Weight of headlines. */ headingWeight: number;
  /** Pixels. */ bodySize: number;
  bodyLineHeight: number;
  /** Letter-spacing of headlines in em. */ headingTracking: number;
};

const palettes: Record<(typeof paletteNames)[number], { light: ThemeColors; dark: ThemeColors }> = {
  indigo: {
    light: {
      ground: "#eeeffb",
      paper: "#ffffff",
      ink: "#1e1b4b",
      soft: "#5a5886",
      line: "#dcdcef",
      accent: "#4338ca",
      onAccent: "#ffffff",
      accentText: "#4338ca",
      tint: "#f4f4fd",
      mark: "#f5a90b",
    },
    dark: {
      ground: "#100e2b",
      paper: "#1a1740",
      ink: "#eceaff",
      soft: "#b3b0dc",
      line: "#37336b",
      accent: "#a5b4fc",
      onAccent: "#17143a",
      accentText: "#b6c2ff",
      tint: "#242052",
      mark: "#fbbf24",
    },
  },
  marigold: {
    light: {
      ground: "#fbf3e1",
      paper: "#fffdf8",
      ink: "#2b2111",
      soft: "#6d5d3f",
      line: "#ead9b4",
      accent: "#f5a90b",
      onAccent: "#2b2111",
      accentText: "#8a5200",
      tint: "#fdf4dd",
      mark: "#4338ca",
    },
    dark: {
      ground: "#17120a",
      paper: "#221b10",
      ink: "#faf1de",
      soft: "#cdb98f",
      line: "#463a22",
      accent: "#fbbf24",
      onAccent: "#221b10",
      accentText: "#fcd34d",
      tint: "#2e2516",
      mark: "#a5b4fc",
    },
  },
  forest: {
    light: {
      ground: "#e9f0ea",
      paper: "#fdfefc",
      ink: "#14271d",
      soft: "#4d6456",
      line: "#d0ddd3",
      accent: "#1e6b46",
      onAccent: "#ffffff",
      accentText: "#1a6340",
      tint: "#f0f6f1",
      mark: "#e39b1b",
    },
    dark: {
      ground: "#0b1611",
      paper: "#13211a",
      ink: "#e7f3eb",
      soft: "#a5c0b0",
      line: "#2c4437",
      accent: "#74d3a1",
      onAccent: "#0d1f16",
      accentText: "#86dfb0",
      tint: "#1a2d24",
      mark: "#f4b942",
    },
  },
  clay: {
    light: {
      ground: "#f6ebe5",
      paper: "#fffcfa",
      ink: "#35180f",
      soft: "#7b5649",
      line: "#e9d3c8",
      accent: "#b23a1e",
      onAccent: "#ffffff",
      accentText: "#a6351b",
      tint: "#fbf1ec",
      mark: "#e8a317",
    },
    dark: {
      ground: "#190d09",
      paper: "#261510",
      ink: "#fbece5",
      soft: "#d3aea0",
      line: "#4c2f25",
      accent: "#fb9a7e",
      onAccent: "#2b120a",
      accentText: "#ffab92",
      tint: "#331d16",
      mark: "#f7c04a",
    },
  },
  ink: {
    light: {
      ground: "#f2f2f0",
      paper: "#ffffff",
      ink: "#18181b",
      soft: "#5d5d66",
      line: "#dedede",
      accent: "#18181b",
      onAccent: "#ffffff",
      accentText: "#18181b",
      tint: "#f6f6f4",
      mark: "#f5a90b",
    },
    dark: {
      ground: "#0c0c0e",
      paper: "#18181b",
      ink: "#f4f4f5",
      soft: "#b4b4bd",
      line: "#38383f",
      accent: "#f4f4f5",
      onAccent: "#18181b",
      accentText: "#f4f4f5",
      tint: "#222226",
      mark: "#fbbf24",
    },
  },
};

// Only what mail programs have: a web font would show in half of them and shift the other half.
const serif = "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif";
const sans = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'Courier New', monospace";

const onScreen = { codeFont: mono, bodyFont: sans, bodySize: 16, bodyLineHeight: 26 };

const typefaces: Record<(typeof typefaceNames)[number], Omit<ResolvedTheme, "light" | "dark">> = {
  editorial: { ...onScreen, headingFont: serif, headingWeight: 500, headingTracking: -0.015 },
  modern: { ...onScreen, headingFont: sans, headingWeight: 700, headingTracking: -0.022 },
  // Serifs of the same size look smaller.
  classic: {
    ...onScreen,
    headingFont: serif,
    bodyFont: serif,
    bodySize: 17,
    bodyLineHeight: 28,
    headingWeight: 500,
    headingTracking: -0.01,
  },
  typewriter: { ...onScreen, headingFont: mono, headingWeight: 600, headingTracking: -0.03 },
};

/** All colours and fonts of a theme. Own colours replace the palette's in light mode; words on them stay legible. */
export function resolveTheme(theme: Theme): ResolvedTheme {
  const { light, dark } = palettes[theme.palette];
  const own = theme.colors;
  return {
    ...typefaces[theme.typeface],
    light: own
      ? {
          ...light,
          ...own,
          ...(own.accent ? { accentText: own.accent, onAccent: moreLegibleOn(own.accent) } : {}),
          ...(own.ink ? { soft: mixColors(own.ink, own.paper ?? light.paper, 0.3) } : {}),
        }
      : light,
    dark,
  };
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(first: string, second: string): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function moreLegibleOn(color: string): string {
  return contrastRatio(color, "#ffffff") >= contrastRatio(color, "#18181b") ? "#ffffff" : "#18181b";
}

function mixColors(first: string, second: string, share: number): string {
  const other = channels(second);
  const mixed = channels(first).map((value, index) =>
    Math.round(value + ((other[index] ?? 0) - value) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
