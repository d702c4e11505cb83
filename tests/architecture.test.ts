import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkImports } from "@/scripts/house/check-imports";
import { checkMessages } from "@/scripts/house/check-messages";
import { checkText } from "@/scripts/house/check-text";

/** A small house in a folder of its own, in which each rule is broken on purpose and must be seen. */
let house: string;

beforeEach(() => {
  house = mkdtempSync(path.join(tmpdir(), "galley-house-"));
  symlinkSync(path.resolve("node_modules"), path.join(house, "node_modules"));
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    paths: { "@/*": ["./*"] },
  };
  build({
    "tsconfig.json": JSON.stringify({ compilerOptions }),
    "lib/platform/errors.ts": "export const a = 1;\n",
  });
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function build(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
}

function broken(): string[] {
  return checkImports(house, path.resolve(".dependency-cruiser.cjs")).map(
    ({ rule, place }) => `${rule} ${place}`,
  );
}

const value = "export const value = 1;\n";
const use = (target: string) => `import { value } from "@/${target}";\nexport const used = value;\n`;

/** Bottom up, one of each floor: what stands lower must not see what stands higher, nor its neighbours. */
const floors = [
  ["lib/content", "lib/platform"],
  ["emails"],
  ["lib/rate-limit", "lib/jobs", "lib/realtime", "lib/audit"],
  ["lib/mail"],
  ["lib/entitlements"],
  ["lib/accounts"],
  ["lib/access", "lib/credits", "lib/usage"],
  ["lib/entry", "lib/files", "lib/billing", "lib/templates", "lib/contacts"],
  ["lib/events", "lib/newsletters", "lib/sending"],
  ["lib/campaigns"],
  ["lib/composer", "lib/notifications", "lib/announcements", "lib/webhooks", "lib/referrals"],
  ["lib/worker"],
  ["lib/admin"],
  ["components"],
  ["app"],
];

describe("the floors", () => {
  test("every place is refused what stands beside it or above it", () => {
    const expected: string[] = [];
    const places = floors.flatMap((floor, level) => floor.map((place) => ({ place, level })));
    for (const { place } of places) build({ [`${place}/thing/public.ts`]: value });
    for (const { place, level } of places) {
      const others = places.filter((other) => other.level >= level && other.place !== place);
      others.forEach((other, index) => {
        const file = `${place}/thing/wrong-${index}.ts`;
        build({ [file]: use(`${other.place}/thing/public`) });
        expected.push(`floor:${place} ${file}`);
      });
    }
    const seen = new Set(broken());
    expect(expected.filter((violation) => !seen.has(violation))).toEqual([]);
  });

  test("the same imports downwards pass", () => {
    build({
      "lib/accounts/viewer.ts": value,
      "lib/contacts/add-contact.ts": use("lib/accounts/viewer"),
      "lib/campaigns/send-campaign.ts": use("lib/contacts/add-contact"),
      "components/contact/row.tsx":
        'import type { used } from "@/lib/contacts/add-contact";\nexport type Row = typeof used;\n',
      "app/contacts/page.tsx": use("lib/accounts/viewer"),
      "lib/contacts/internal/load.ts": value,
      "lib/contacts/get-contact.ts": use("lib/contacts/internal/load"),
    });
    expect(broken()).toEqual([]);
  });
});

describe("the doors", () => {
  const violations: Record<string, { rule: string; files: Record<string, string> }> = {
    "a circle": {
      rule: "no-circular",
      files: {
        "lib/contacts/a.ts": 'import { b } from "./b";\nexport const a = () => b;\n',
        "lib/contacts/b.ts": 'import { a } from "./a";\nexport const b = () => a;\n',
      },
    },
    "content that does I/O": {
      rule: "content-is-pure",
      files: {
        "lib/content/read.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
      },
    },
    "platform that imports a script": {
      rule: "platform-stands-alone",
      files: { "scripts/x.ts": value, "lib/platform/x.ts": use("scripts/x") },
    },
    "an e-mail that asks a domain": {
      rule: "emails-are-props-in-jsx-out",
      files: { "lib/contacts/x.ts": value, "emails/newsletter/x.tsx": use("lib/contacts/x") },
    },
    "a domain that imports a seed": {
      rule: "lib-knows-no-shell",
      files: { "prisma/seed/x.ts": value, "lib/contacts/x.ts": use("prisma/seed/x") },
    },
    "a script that uses the door of the pages": {
      rule: "entry-for-app-only",
      files: { "lib/entry/action.ts": value, "scripts/x.ts": use("lib/entry/action") },
    },
    "a page that reads across workspaces": {
      rule: "admin-for-admin-pages-only",
      files: { "lib/admin/x.ts": value, "app/contacts/page.tsx": use("lib/admin/x") },
    },
    "another domain's internals": {
      rule: "internal-stays-inside",
      files: { "lib/contacts/internal/x.ts": value, "lib/campaigns/x.ts": use("lib/contacts/internal/x") },
    },
    "a page in a domain's internals": {
      rule: "internal-is-not-for-outsiders",
      files: { "lib/contacts/internal/x.ts": value, "app/x/page.tsx": use("lib/contacts/internal/x") },
    },
    "a page with a database driver": {
      rule: "no-database-or-vendor-in-pages",
      files: { "app/x/page.tsx": 'import pg from "pg";\nexport const client = pg.Client;\n' },
    },
    "a component with a vendor by import()": {
      rule: "no-database-or-vendor-in-pages",
      files: { "components/x/y.tsx": 'export const load = () => import("@ai-sdk/openai");\n' },
    },
    "a page with our own database client": {
      rule: "no-database-or-vendor-in-pages",
      files: { "lib/platform/db.ts": value, "app/x/page.tsx": use("lib/platform/db") },
    },
    "a component that runs a domain": {
      rule: "components-take-types-only",
      files: { "lib/contacts/x.ts": value, "components/x/y.tsx": use("lib/contacts/x") },
    },
    "a component that renders mail": {
      rule: "only-the-canvas-renders-mail",
      files: { "emails/newsletter/x.tsx": value, "components/x/y.tsx": use("emails/newsletter/x") },
    },
    "a primitive with a product word": {
      rule: "primitives-know-no-product",
      files: { "components/shell/x.tsx": value, "components/ui/y.tsx": use("components/shell/x") },
    },
    "a stand-in that imports the product": {
      rule: "emulators-know-no-product",
      files: { "emulators/mailbox/x.ts": use("lib/platform/errors").replace(/value/g, "a") },
    },
    "a second place that sends mail": {
      rule: "mail-is-sent-in-one-file",
      files: {
        "lib/contacts/x.ts":
          'import { createTransport } from "nodemailer";\nexport const t = createTransport;\n',
      },
    },
    "a queue without its wrapper": {
      rule: "jobs-wrap-the-queue",
      files: { "lib/contacts/x.ts": 'import { PgBoss } from "pg-boss";\nexport const b = PgBoss;\n' },
    },
    "a second place that makes a model": {
      rule: "models-are-made-in-one-place",
      files: { "lib/composer/x.ts": 'import { openai } from "@ai-sdk/openai";\nexport const o = openai;\n' },
    },
  };

  test.each(Object.entries(violations))("%s is refused", (_name, { rule, files }) => {
    build(files);
    expect(broken().map((violation) => violation.split(" ")[0])).toContain(rule);
  });

  test("every rule of the file is tried here", () => {
    const configuration = readFileSync(".dependency-cruiser.cjs", "utf8");
    const named = [...configuration.matchAll(/name: "([a-z-]+)"/g)].map((match) => match[1]);
    const tried = new Set(Object.values(violations).map(({ rule }) => rule));
    expect(named.filter((name) => name && !tried.has(name))).toEqual([]);
  });
});

describe("what no import shows", () => {
  const violations: [string, string, string, string][] = [
    [
      "a reader of the environment",
      "environment",
      "lib/contacts/x.ts",
      "export const url = process.env.DATABASE_URL;\n",
    ],
    ["a clock of one's own", "clock", "lib/contacts/x.ts", "export const at = new Date();\n"],
    ["a check switched off", "switched-off", "lib/contacts/x.ts", "export const a = 1; // @ts-ignore\n"],
    ["a file of 401 lines", "long-file", "lib/contacts/x.ts", "export {};\n".repeat(401)],
    ["a folder without a meaning", "nameless", "lib/contacts/utils/x.ts", value],
    ["a file without a meaning", "nameless", "components/helpers.tsx", value],
    ["a service", "nameless", "lib/contacts/contact-service.ts", value],
    ["a barrel", "barrel", "lib/contacts/index.ts", value],
  ];

  test.each(violations)("%s is refused", (_name, rule, file, text) => {
    build({ [file]: text });
    expect(checkText(house).map((finding) => finding.rule)).toEqual([rule]);
  });

  test("a text that one language lacks, or fills differently, is refused", () => {
    build({
      "messages/en/a.json":
        '{"same":"{count, plural, =0 {Nobody} one {# mail} other {# mails}}","other":"Hi {name}","only":"x"}',
      "messages/pt/a.json":
        '{"same":"{count, plural, =0 {Ninguém} one {# e-mail} other {# e-mails}}","other":"Oi {nome}"}',
    });
    expect(checkMessages(house).map((finding) => finding.text)).toEqual([
      "a.other has different places to fill in different languages",
      "a.only is missing",
    ]);
  });

  test("an ordinary file passes", () => {
    build({
      "lib/contacts/add-contact.ts": value,
      "scripts/x.ts": "export const home = process.env.HOME;\n",
    });
    expect(checkText(house)).toEqual([]);
  });
});
