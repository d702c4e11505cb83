import type { Visitor } from "@/lib/accounts/visitor";

export const visitor: Visitor = { locale: "en", timeZone: "Europe/Lisbon", userAgent: "Test", network: null };
export const goodPassword = "orchard lantern quilt";
