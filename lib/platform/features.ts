/** Names of the parts that a build can leave out (GALLEY_FEATURES). The constants themselves are in globals.d.ts. */
export const featureNames = [
  "local_auth",
  "google_auth",
  "github_auth",
  "facebook_auth",
  "apple_auth",
  "stripe_payment",
  "chat",
  "events",
] as const;

export type FeatureName = (typeof featureNames)[number];

const onByDefault: readonly FeatureName[] = featureNames.filter(
  (name) => name !== "facebook_auth" && name !== "apple_auth",
);
const waysIn: readonly FeatureName[] = [
  "local_auth",
  "google_auth",
  "github_auth",
  "facebook_auth",
  "apple_auth",
];

/** Parses GALLEY_FEATURES (a comma-separated list of what is on). Throws on unknown names and on a set nobody can sign in to. */
export function parseFeatures(list: string | undefined): Record<FeatureName, boolean> {
  const named = list?.trim()
    ? list
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean)
    : [...onByDefault];
  const unknown = named.filter((name) => !featureNames.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`GALLEY_FEATURES: unknown feature ${unknown.join(", ")}`);
  if (!waysIn.some((name) => named.includes(name))) {
    throw new Error("GALLEY_FEATURES: leaves no way to sign in (name at least one of the *_auth features)");
  }
  return Object.fromEntries(featureNames.map((name) => [name, named.includes(name)])) as Record<
    FeatureName,
    boolean
  >;
}
