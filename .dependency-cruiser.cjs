/*
 * The house as rules: docs/architecture.md says why. A floor is a list of neighbours that do not know each other;
 * whoever stands on it imports from floors below only.
 */
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

const under = (places) => `^(${places.join("|")})/`;

function placesNotBelow(level, place) {
  const others = floors
    .slice(level)
    .flat()
    .filter((other) => other !== place);
  // Nothing stands above app; a rule needs a place all the same.
  return others.length > 0 ? under(others) : "^no-such-place/";
}

const floorRules = floors.flatMap((floor, level) =>
  floor.map((place) => ({
    name: `floor:${place}`,
    comment: `${place} imports only from floors below it`,
    severity: "error",
    from: { path: under([place]) },
    to: { path: placesNotBelow(level, place) },
  })),
);

/** Packages that reach a database or a vendor. `@ai-sdk/react` is a hook and stays allowed. */
const vendors =
  "node_modules/(@prisma/|prisma/|pg/|pg-boss/|nodemailer/|smtp-server/|stripe/|resend/|openai/|ollama|@ai-sdk/(?!react)|@aws-sdk/|ioredis/|redis/|nats/)";

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: "no-circular",
      comment: "there are no circles (types that name each other are gone when the code runs)",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "content-is-pure",
      comment: "lib/content runs in the browser, in tests and in the worker: no I/O and nothing of ours",
      severity: "error",
      from: { path: "^lib/content/" },
      to: { pathNot: "^lib/content/|node_modules/(zod|mdast-|micromark|unist-|@types/)" },
    },
    {
      name: "platform-stands-alone",
      severity: "error",
      from: { path: "^lib/platform/", pathNot: "^lib/platform/generated/" },
      to: { path: "^(lib/(?!platform/)|app/|components/|emails/|emulators/|scripts/|prisma/|tests/|e2e/)" },
    },
    {
      name: "emails-are-props-in-jsx-out",
      severity: "error",
      from: { path: "^emails/" },
      to: { path: "^lib/", pathNot: "^lib/(content/|platform/links\\.ts)" },
    },
    {
      name: "lib-knows-no-shell",
      comment: "the product never imports what drives, seeds or tests it",
      severity: "error",
      from: { path: "^(lib|emails|components|app)/" },
      to: { path: "^(scripts|emulators|tests|e2e|prisma)/" },
    },
    {
      name: "entry-for-app-only",
      severity: "error",
      from: { path: "^(lib|components|emails|scripts|emulators)/", pathNot: "^lib/entry/" },
      to: { path: "^lib/entry/" },
    },
    {
      name: "admin-for-admin-pages-only",
      severity: "error",
      from: { pathNot: "^(lib/admin|app/admin|tests)/" },
      to: { path: "^lib/admin/" },
    },
    {
      name: "internal-stays-inside",
      severity: "error",
      from: { path: "^lib/([^/]+)/" },
      to: { path: "^lib/[^/]+/internal/", pathNot: "^lib/$1/internal/" },
    },
    {
      name: "internal-is-not-for-outsiders",
      severity: "error",
      from: { path: "^(app|components|emails|scripts|prisma|emulators)/" },
      to: { path: "^lib/[^/]+/internal/" },
    },
    {
      name: "no-database-or-vendor-in-pages",
      comment: "app and components ask lib, also by import()",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: `(${vendors}|^lib/platform/(generated/|db\\.ts))`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-take-types-only",
      comment: "props are plain view types; only pure files of lib/content may run in a component",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/", pathNot: "^lib/content/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-the-canvas-renders-mail",
      severity: "error",
      from: { path: "^components/", pathNot: "^components/canvas/" },
      to: { path: "^emails/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "primitives-know-no-product",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/|emails/|app/|i18n/)" },
    },
    {
      name: "emulators-know-no-product",
      severity: "error",
      from: { path: "^emulators/" },
      to: { path: "^(lib|app|components|emails|scripts|prisma|tests|i18n)/" },
    },
    {
      name: "mail-is-sent-in-one-file",
      comment: "a vendor's SDK is constructed in exactly one file",
      severity: "error",
      from: { path: "^(lib|app|components|emails)/", pathNot: "^lib/mail/smtp\\.ts$" },
      to: { path: "node_modules/nodemailer/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "jobs-wrap-the-queue",
      severity: "error",
      from: { path: "^(lib|app|components|emails)/", pathNot: "^lib/jobs/" },
      to: { path: "node_modules/pg-boss/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "models-are-made-in-one-place",
      severity: "error",
      from: { path: "^(lib|app|components|emails)/", pathNot: "^lib/composer/models/" },
      to: { path: "node_modules/(@ai-sdk/openai|openai)/", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/platform/generated/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
