import { describe, expect, it } from "vitest";
import { parseFeatures } from "@/lib/platform/features";

describe("parseFeatures", () => {
  it("has everything on but Facebook and Apple when nothing is named", () => {
    const features = parseFeatures(undefined);
    expect(features.chat && features.local_auth && features.stripe_payment && features.events).toBe(true);
    expect(features.facebook_auth || features.apple_auth).toBe(false);
  });

  it("switches off what is not named", () => {
    const features = parseFeatures("local_auth, events");
    expect(features).toMatchObject({ local_auth: true, events: true, chat: false, stripe_payment: false });
  });

  it("refuses a set nobody can sign in to, and names it does not know", () => {
    expect(() => parseFeatures("chat,events")).toThrow(/no way to sign in/);
    expect(() => parseFeatures("local_auth,chats")).toThrow(/chats/);
  });
});
