import fc from "fast-check";
import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { fillMergeTags } from "@/emails/newsletter/fill-merge-tags";
import { recipientSlot } from "@/emails/newsletter/markers";
import { renderNewsletter } from "@/emails/newsletter/render-newsletter";
import { documentFromMarkdown } from "@/lib/content/markdown";
import { newId } from "@/lib/platform/ids";
import { oneClickUrl, readLinkToken, unsubscribeUrl } from "@/lib/platform/links";
import { compileMessage } from "@/lib/sending/compile-message";
import { encodePiece, wireAddress } from "@/lib/sending/encode-mime";
import { renderMessage } from "@/lib/sending/internal/render-message";

const document = documentFromMarkdown(
  "# Olá, {{firstName|você}}!\n\nDear {{firstName|friend}} {{lastName}},\n\n.a line that begins with a dot\n\nread [the programme](https://example.com/p?n={{firstName|you}}&x=1) in {{city|your town}} — naïve café, 你好 🙂\n\n" +
    "A long paragraph without any break that goes on and on, past the seventy-sixth column of the message, with = signs = and trailing blanks.   \n\n{{firstName}}",
  {
    subject: "Notícias para {{firstName|você}} · {{city|aqui}}",
    preheader: "For {{firstName|you}}",
    language: "pt",
  },
);
const facts = { postalAddress: "12 Quay Street, Bristol", workspaceName: "Ateliê “Açúcar”" };
const sender = {
  fromName: 'Ana "the boss", Ateliê',
  fromEmail: "news@harbour.example",
  replyTo: "desk@harbour.example",
};
const date = new Date("2026-11-21T04:00:00Z");

const nasty = [
  "\r\nBcc: thief@example.com",
  "Ann\r\n.\r\nMAIL FROM:<x@y.z>",
  "\n.\n",
  ".",
  "..dots",
  "=?UTF-8?B?SGk=?=",
  "=0D=0A",
  "</p><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{lastName|x}}",
  "\uE0F0hm0\uE0F1",
  "\uE0F0uxunsubscribe\uE0F1",
  "👩‍👩‍👧‍👦".repeat(20),
  "É".repeat(100),
  "a".repeat(190),
  "a b ".repeat(45),
  "\u202Eevil",
  "\ud800",
  'O\'Neil, "Bob" \\ <b@c.d>',
  "From here",
  "--=_galley_",
  " leading and trailing ",
  "tab\there",
];
const hostileName = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.tuple(fc.constantFrom(...nasty), fc.string({ unit: "binary", maxLength: 20 })).map(([a, b]) => a + b),
);

test("a spliced message parses equal to nodemailer's for a thousand hostile names", async () => {
  const { rendered } = await renderMessage(document, facts);
  const message = compileMessage(rendered, sender, "list");
  // What nodemailer composes from the renderer's own filling, with the same tokens.
  const reference = { ...rendered, links: [], preheader: "", bytes: 0, source: { html: "", text: "" } };
  await fc.assert(
    fc.asyncProperty(hostileName, hostileName, hostileName, async (firstName, lastName, city) => {
      const recipient = {
        id: newId(),
        email: "ana@example.com",
        name: `${firstName} ${lastName}`,
        fields: { firstName, lastName, city },
      };
      const raw = message.write(recipient, date)?.raw.toString("latin1") ?? "";
      expect(raw).toMatch(/^[\r\n\x20-\x7E]*$/);
      expect(raw.split("\r\n").every((line) => line.length <= 998 && !/[\r\n]/.test(line))).toBe(true);
      const spliced = await PostalMime.parse(raw);
      const filled = fillMergeTags(reference, recipient.fields, slotsFrom(spliced.html ?? ""));
      const composed = await PostalMime.parse(
        await new MailComposer({
          from: { name: sender.fromName, address: sender.fromEmail },
          to: { name: clean(recipient.name), address: recipient.email },
          subject: filled.subject,
          html: filled.html,
          text: filled.text,
        })
          .compile()
          .build(),
      );
      expect(lines(spliced.html)).toBe(lines(composed.html));
      expect(lines(spliced.text)).toBe(lines(composed.text));
      expect(collapse(spliced.subject)).toBe(collapse(filled.subject));
      expect(spliced.to?.map(plain)).toEqual([{ name: clean(recipient.name), address: recipient.email }]);
      // nodemailer passes on a name that looks like an encoded word, and readers then decode it; ours arrives as it was written.
      if (!/=\?/.test(recipient.name + city)) {
        expect(collapse(spliced.subject)).toBe(collapse(composed.subject));
        expect(spliced.to?.map(plain)).toEqual(composed.to?.map(plain));
      }
      expect(plain(spliced.from)).toEqual(plain(composed.from));
      expect(spliced.headers.map((header) => header.key).sort()).toEqual(headerNames);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

test("a message carries the headers that mail programs and people script against", async () => {
  const { rendered, links } = await renderMessage(document, facts);
  const id = newId();
  const raw = compileMessage(rendered, sender, "list")
    .write({ id, email: "ana@example.com", name: "Ana Souza", fields: { firstName: "Ana" } }, date)
    ?.raw.toString("latin1");
  const mail = await PostalMime.parse(raw ?? "");
  const header = (name: string) => mail.headers.find((each) => each.key === name)?.value;
  expect(mail.messageId).toBe(`<r-${id}@harbour.example>`);
  expect(header("x-galley-recipient")).toBe(id);
  expect(header("list-unsubscribe")).toBe(`<${oneClickUrl(id)}>`);
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header("list-id")).toBe("<list.harbour.example>");
  expect(mail.to?.[0]).toMatchObject({ name: "Ana Souza", address: "ana@example.com" });
  expect(links).toEqual(["https://example.com/p?n={{firstName|you}}&x=1"]);
  expect(mail.html).toContain(unsubscribeUrl(id));
  expect(mail.text).toContain(unsubscribeUrl(id));
  const click = /\/api\/track\/c\/([\w-]+)/.exec(mail.html ?? "")?.[1] ?? "";
  expect(readLinkToken("click", click)).toEqual({ recipientId: id, linkIndex: 0 });
  const open = /\/api\/track\/o\/([\w-]+)/.exec(mail.html ?? "")?.[1] ?? "";
  expect(readLinkToken("open", open)?.recipientId).toBe(id);
  expect(mail.html).not.toContain("https://example.com/p?");
});

test("an address that could break out of a command or header is never written", () => {
  for (const bad of [
    "",
    "nobody",
    "a@b\r\nRCPT TO:<c@d>",
    "a b@c.d",
    "<a>@b.c",
    "a@",
    "@b",
    "a@b c",
    'a"b@c.d',
    "ä@b.c",
    "a,b@c.d",
    `${"a".repeat(65)}@b.c`,
  ]) {
    expect(wireAddress(bad), bad).toBeNull();
  }
  expect(wireAddress("ana+x@bücher.example")).toBe("ana+x@xn--bcher-kva.example");
});

test("quoted-printable pieces joined in any order decode to their texts joined", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom(...nasty))),
      (texts) => {
        const wire = texts.map((text) => encodePiece(text.toWellFormed())).join("");
        expect(wire.split("\r\n").every((line) => line.length <= 76 && !line.startsWith("."))).toBe(true);
        const decoded = wire
          .replace(/=\r\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        const expected = texts.map((text) => text.toWellFormed().replace(/\r\n|\r|\n/g, "\r\n")).join("");
        expect(Buffer.from(decoded, "latin1").toString("utf8")).toBe(expected);
      },
    ),
  );
});

test("preview and message are one: only the addresses differ", async () => {
  const links = { unsubscribe: "U", preferences: "U", webView: "V" };
  const preview = await renderNewsletter(document, {
    ...facts,
    mode: "preview",
    links,
    assetBase: "http://localhost:3000",
  });
  const { rendered } = await renderMessage(document, facts);
  expect(rendered.subject).toBe(preview.subject);
  expect(recipientSlot("view")).toBeTruthy();
});

const headerNames = [
  "content-type",
  "date",
  "from",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "message-id",
  "mime-version",
  "reply-to",
  "subject",
  "to",
  "x-galley-recipient",
];

/** The tokens that the message under test carries, for the reference to carry the same. */
function slotsFrom(html: string): Record<string, string> {
  const token = (path: string) => new RegExp(`/${path}/([\\w-]+)`).exec(html)?.[1] ?? "";
  return {
    unsubscribe: token("unsubscribe"),
    view: token("view"),
    open: token("track/o"),
    clickA: token("track/c"),
  };
}

function clean(name: string): string {
  return collapse(name.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " "));
}

function collapse(text: string | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

function lines(text: string | undefined): string {
  return (text ?? "").replace(/\r\n/g, "\n").trimEnd();
}

function plain(mailbox: { name?: string; address?: string } | undefined) {
  return { name: collapse(mailbox?.name), address: mailbox?.address };
}
