import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillMergeTags } from "@/emails/newsletter/fill-merge-tags";
import { forceScheme } from "@/emails/newsletter/force-scheme";
import { recipientSlot } from "@/emails/newsletter/markers";
import { type RenderOptions, renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { replaceLinks } from "@/emails/newsletter/replace-links";
import { type NewsletterDocument, parseDocument } from "@/lib/content/document-schema";
import { documentFromMarkdown } from "@/lib/content/markdown";
import { documents, hostileText } from "../../content/arbitraries";

const options: RenderOptions = {
  mode: "message",
  links: {
    unsubscribe: "https://galley.test/u",
    preferences: "https://galley.test/p",
    webView: "https://galley.test/w",
  },
  postalAddress: "Rua do Ouro 5\n1100-060 Lisboa",
  workspaceName: "Prelo & Filhos",
  assetBase: "https://galley.test",
};

const named = documentFromMarkdown(
  [
    "# Hello {{firstName|reader}}",
    "Dear **{{firstName|reader}}**, [your page](<https://shop.test/a?name={{firstName|x}}&b=1#top>) and [ours](https://shop.test/b).",
    "![A {{firstName}}](https://shop.test/pic.png)",
    "Write to [us](mailto:desk@shop.test).",
  ].join("\n\n"),
  { subject: "For {{firstName|you}}", preheader: "Only for {{firstName|you}}" },
);

describe("rendering a newsletter", () => {
  test("always holds the ways out and the postal address, in HTML and plain text", async () => {
    for (const document of [named, { ...named, blocks: [] }]) {
      const { html, text } = fillMergeTags(await renderNewsletter(document, options), {});
      for (const output of [html, text]) {
        expect(output).toContain("https://galley.test/u");
        expect(output).toContain("https://galley.test/p");
        expect(output).toContain("https://galley.test/w");
        expect(output).toContain("Rua do Ouro 5, 1100-060 Lisboa");
      }
    }
  });

  test("preview and message are one output; the web view leaves out the link to itself", async () => {
    const message = await renderNewsletter(named, options);
    const preview = await renderNewsletter(named, { ...options, mode: "preview" });
    const web = await renderNewsletter(named, { ...options, mode: "web" });
    expect(preview).toEqual(message);
    expect(web.html).not.toContain("https://galley.test/w");
    expect(web.html).toContain("https://galley.test/u");
  });

  test("speaks the newsletter's language", async () => {
    const portuguese = { ...named, meta: { ...named.meta, language: "pt" as const } };
    const { html } = await renderNewsletter(portuguese, options);
    expect(html).toContain('lang="pt"');
    expect(html).toContain("Cancelar inscrição");
  });

  test("lists web links in reading order and leaves the ways out uncounted", async () => {
    const { links } = await renderNewsletter(named, options);
    expect(links).toEqual(["https://shop.test/a?name={{firstName|x}}&b=1#top", "https://shop.test/b"]);
  });

  test("replaces every counted link in both parts, escaped, with each recipient's token", async () => {
    const rendered = replaceLinks(
      await renderNewsletter(named, options),
      (_url, index) => `https://galley.test/c/${recipientSlot("token")}?l=${index}&x="`,
    );
    const { html, text } = fillMergeTags(rendered, { firstName: "Ana" }, { token: "t/1" });
    expect(html.match(/href="https:\/\/galley\.test\/c\/[^"]*"/g)).toEqual([
      'href="https://galley.test/c/t%2F1?l=0&amp;x=&quot;"',
      'href="https://galley.test/c/t%2F1?l=1&amp;x=&quot;"',
    ]);
    expect(text).toContain('your page (https://galley.test/c/t%2F1?l=0&x=")');
    expect(html).not.toContain("shop.test/a");
    expect(html).toContain('href="mailto:desk@shop.test"');
  });

  test("a link that shows its own address stands once in plain text", async () => {
    const document = documentFromMarkdown("See https://shop.test/a now", { subject: "" });
    expect((await renderNewsletter(document, options)).text).toContain("See https://shop.test/a now");
  });

  test("encodes a value for the place it stands in", async () => {
    const filled = fillMergeTags(await renderNewsletter(named, options), {
      firstName: `A&B "<i>'\r\nBcc: x`,
    });
    expect(filled.html).toContain("Hello A&amp;B &quot;&lt;i&gt;&#39; Bcc: x");
    expect(filled.html).toContain(
      'href="https://shop.test/a?name=A%26B%20%22%3Ci%3E%27%20Bcc%3A%20x&amp;b=1#top"',
    );
    expect(filled.text).toContain(`Dear A&B "<i>' Bcc: x, your page`);
    expect(filled.subject).toBe(`For A&B "<i>' Bcc: x`);
  });

  test("no contact's field becomes markup, an address, a header or another tag", async () => {
    const rendered = await renderNewsletter(named, options);
    const skeleton = tagsOf(fillMergeTags(rendered, { firstName: "Ana" }).html);
    fc.assert(
      fc.property(hostileText, (firstName) => {
        const filled = fillMergeTags(rendered, { firstName });
        expect(tagsOf(filled.html)).toEqual(skeleton);
        expect(filled.subject).not.toMatch(/[\r\n]/);
        expect(`${filled.html}${filled.text}${filled.subject}`).not.toMatch(/[\uE0F0\uE0F1]/);
        expect(filled.html.isWellFormed() && filled.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("HTML and plain text say the same words in the same order, whatever the document and the names", async () => {
    const bare = { ...options, links: { unsubscribe: "", preferences: "", webView: "" } };
    await fc.assert(
      fc.asyncProperty(documents, hostileText, hostileText, async (document, firstName, lastName) => {
        const rendered = replaceLinks(await renderNewsletter(document, bare), () => "");
        const { html, text } = fillMergeTags(rendered, { firstName, lastName });
        expect(lettersOf(wordsOfHtml(html))).toBe(lettersOf(wordsOfText(text)));
      }),
      { numRuns: 150 },
    );
  });

  test("hostile words in a document stay words", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { html } = fillMergeTags(await renderNewsletter(document, options), {});
        const tags = tagsOf(html);
        expect(tags.filter((tag) => /<(script|iframe|svg|form|input)|\son\w+=/i.test(tag))).toEqual([]);
        expect(tags.filter((tag) => tag === "<style>")).toHaveLength(1);
        expect(html.match(/href="(?!https?:|mailto:|tel:)[^"]*"/g)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  test("a full newsletter of ordinary length stays under 102 kB, and its size is told in bytes", async () => {
    const paragraph = "Words that say something about the press and the people who run it. ".repeat(6);
    const document = documentFromMarkdown(Array.from({ length: 40 }, () => paragraph).join("\n\n"), {
      subject: "é",
    });
    const rendered = await renderNewsletter(document, options);
    expect(rendered.bytes).toBe(Buffer.byteLength(fillMergeTags(rendered, {}).html));
    expect(rendered.bytes).toBeLessThan(102_000);
  });

  test("refuses a document that is not one", async () => {
    const broken = {
      version: 1,
      blocks: [{ id: "x", type: "html", html: "<b>" }],
    } as unknown as NewsletterDocument;
    await expect(renderNewsletter(broken, options)).rejects.toMatchObject({ code: "invalid_document" });
  });

  test("a preview can be shown as the other colour scheme shows it", async () => {
    const { html } = await renderNewsletter(parseDocument(named), options);
    expect(html).toContain("@media (prefers-color-scheme:dark)");
    expect(forceScheme(html, "dark")).toContain("@media all");
    expect(forceScheme(html, "light")).toContain("@media not all");
  });
});

/** Every tag with the names of its attributes: what a value must never change. */
function tagsOf(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, "="));
}

function wordsOfHtml(html: string): string {
  return html
    .replace(/^[\s\S]*<\/head>/, "")
    .replace(/<div aria-hidden="true"[^>]*>[^<]*<\/div>/, "")
    .replace(/<img[^>]*\balt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp|nbsp|#39|#x27);/g, (_entity, name: string) => entities[name] ?? "");
}

const entities: Record<string, string> = {
  lt: "<",
  gt: ">",
  quot: '"',
  amp: "&",
  nbsp: " ",
  "#39": "'",
  "#x27": "'",
};

function wordsOfText(text: string): string {
  return text.replace(/\(?(?:mailto|tel):[^\s)]+/g, "").replace(/^\d+\. /gm, "");
}

function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]/gu, "");
}
