/**
 * Draws the templates' pictures: every public/templates/src/*.svg as PNG at twice its size, then a thumbnail of each
 * template as it is sent. Run it after changing a source or a template: `npx tsx scripts/draw-template-pictures.ts`.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { fillMergeTags } from "@/emails/newsletter/fill-merge-tags";
import { forceScheme } from "@/emails/newsletter/force-scheme";
import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { getTemplate } from "@/lib/templates/get-template";
import { listTemplates } from "@/lib/templates/list-templates";
import { encodeIndexedPng } from "./encode-indexed-png";

const pictures = path.resolve("public/templates");
const origin = "http://pictures.invalid";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
try {
  await drawSources(browser);
  await drawThumbnails(browser);
} finally {
  await browser.close();
}

async function drawSources(browser: Browser): Promise<void> {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  const fonts = await fontFaces();
  for (const file of (await readdir(path.join(pictures, "src"))).filter((name) => name.endsWith(".svg"))) {
    const svg = await readFile(path.join(pictures, "src", file), "utf8");
    await page.setContent(
      `<style>${fonts}*{margin:0}body{background:transparent}svg{display:block}</style>${svg}`,
    );
    await page.evaluate(() => document.fonts.ready);
    const target = path.join(pictures, file.replace(/\.svg$/, ".png"));
    await writeSmall(page, target, await page.locator("svg").screenshot({ omitBackground: true }));
  }
  await page.close();
}

async function drawThumbnails(browser: Browser): Promise<void> {
  const page = await browser.newPage({ deviceScaleFactor: 0.6, viewport: { width: 640, height: 800 } });
  await page.route(`${origin}/**`, async (route) => {
    const file = path.join("public", new URL(route.request().url()).pathname);
    await route.fulfill({ body: await readFile(file), contentType: "image/png" });
  });
  for (const { slug } of listTemplates("en")) {
    const rendered = await renderNewsletter(getTemplate(slug, "en").document, {
      mode: "preview",
      links: { unsubscribe: "#", preferences: "#", webView: "#" },
      postalAddress: "12 Composing Room Lane, Lisbon",
      workspaceName: "Galley",
      assetBase: origin,
    });
    await page.setContent(forceScheme(fillMergeTags(rendered, {}).html, "light"), { waitUntil: "load" });
    const target = path.join(pictures, `${slug}-thumbnail.png`);
    await writeSmall(page, target, await page.screenshot());
  }
  await page.close();
}

async function fontFaces(): Promise<string> {
  const require = createRequire(import.meta.url);
  const faces = [
    ["Newsreader", "normal", "@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2"],
    ["Newsreader", "italic", "@fontsource-variable/newsreader/files/newsreader-latin-standard-italic.woff2"],
    ["Geist Mono", "normal", "@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2"],
  ] as const;
  const rules = faces.map(async ([family, style, file]) => {
    const data = await readFile(require.resolve(file), "base64");
    return `@font-face{font-family:"${family}";font-style:${style};font-weight:200 900;src:url(data:font/woff2;base64,${data})}`;
  });
  return (await Promise.all(rules)).join("");
}

async function writeSmall(page: Page, file: string, screenshot: Buffer): Promise<void> {
  const raw = await page.evaluate(async (encoded) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${encoded}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("No canvas to read the picture with");
    context.drawImage(picture, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
    let binary = "";
    for (const value of data) binary += String.fromCharCode(value);
    return { pixels: btoa(binary), width, height };
  }, screenshot.toString("base64"));
  const png = encodeIndexedPng(Buffer.from(raw.pixels, "base64"), raw.width, raw.height);
  await writeFile(file, png);
  console.log(`${path.relative(pictures, file)} ${(png.length / 1000).toFixed(1)} kB`);
}
