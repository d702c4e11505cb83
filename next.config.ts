import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { parseFeatures } from "./lib/platform/features";

/*
 * Build-time switches. A bare identifier that guards an `import()` in the same module is the form that
 * really removes code; see globals.d.ts for the names. Set once, here, for server and browser alike.
 */
const featureConstants = Object.fromEntries(
  Object.entries(parseFeatures(process.env.GALLEY_FEATURES)).map(([name, isOn]) => [
    `FEATURE_${name.toUpperCase()}`,
    isOn,
  ]),
);

const nextConfig: NextConfig = {
  // A second build can stand beside the one that runs, such as the one that proves what a switch leaves out. Next.js writes
  // a build's folder into its tsconfig, so that such a build brings its own.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  compiler: { define: featureConstants },
  poweredByHeader: false,
  // A development server would otherwise print what actions were given: passwords among it.
  logging: { serverFunctions: false },
  // `npm run types` checks them, in `make test`; a start need not wait for it again.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.NEXT_TSCONFIG || "tsconfig.json" },
  devIndicators: false,
  // Message files are read by name at run time, so tracing cannot see them.
  outputFileTracingIncludes: { "/*": ["./messages/**/*.json"] },
  experimental: { optimizePackageImports: ["radix-ui", "recharts"] },
};

export default createNextIntlPlugin("./i18n/request.ts")(nextConfig);
