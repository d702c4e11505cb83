/*
 * Build-time switches (GALLEY_FEATURES), written into the code by next.config.ts. Guard an `import()` with the
 * bare name, in the same module: only that form leaves the part out of what ships.
 *   const Chat = FEATURE_CHAT ? (await import("./chat-room")).ChatRoom : null;
 */
declare const FEATURE_LOCAL_AUTH: boolean;
declare const FEATURE_GOOGLE_AUTH: boolean;
declare const FEATURE_GITHUB_AUTH: boolean;
declare const FEATURE_FACEBOOK_AUTH: boolean;
declare const FEATURE_APPLE_AUTH: boolean;
declare const FEATURE_STRIPE_PAYMENT: boolean;
declare const FEATURE_CHAT: boolean;
declare const FEATURE_EVENTS: boolean;
