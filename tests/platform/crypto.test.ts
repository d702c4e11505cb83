import { beforeAll, describe, expect, it } from "vitest";
import { decrypt, encrypt, equalInConstantTime, sign } from "@/lib/platform/crypto";
import { foldEmail } from "@/lib/platform/email-address";

beforeAll(() => {
  process.env.DATABASE_URL = "postgresql://127.0.0.1/galley";
});

describe("crypto", () => {
  it("opens what it sealed and refuses what was changed on the way", () => {
    const sealed = encrypt("smtp://user:påss@host");
    expect(decrypt(sealed)).toBe("smtp://user:påss@host");
    expect(encrypt("same")).not.toBe(encrypt("same"));
    const parts = sealed.split(".");
    const tampered = [...parts.slice(0, 3), Buffer.from("something else").toString("base64url")].join(".");
    expect(() => decrypt(tampered)).toThrow();
    expect(() => decrypt(`k9.${parts.slice(1).join(".")}`)).toThrow(/ENCRYPTION_KEYS/);
  });

  it("signs for one purpose only", () => {
    expect(sign("unsubscribe", "x")).not.toBe(sign("click", "x"));
    expect(equalInConstantTime(sign("click", "x"), sign("click", "x"))).toBe(true);
    expect(equalInConstantTime("a", "b")).toBe(false);
  });
});

describe("foldEmail", () => {
  it("holds case and compatibility forms for the same address, and dots for different ones", () => {
    expect(foldEmail(" Ana@Example.COM ")).toBe("ana@example.com");
    expect(foldEmail("ａｎａ@example.com")).toBe("ana@example.com");
    expect(foldEmail("a.na@example.com")).not.toBe(foldEmail("ana@example.com"));
  });
});
