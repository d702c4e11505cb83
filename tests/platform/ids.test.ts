import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idSchema, newId, plainId, publicId } from "@/lib/platform/ids";

describe("ids", () => {
  it("sorts by the millisecond of making and carries version 7", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 10_000 }), (at, later) => {
        const [a, b] = [newId(at), newId(at + later)];
        expect(a < b).toBe(true);
        expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it("reads back what the outside was shown", () => {
    const id = newId();
    expect(plainId("contact", publicId("contact", id))).toBe(id);
    expect(plainId("contact", id)).toBe(id);
  });

  it("refuses another kind's id and anything that is no id", () => {
    expect(plainId("contact", publicId("campaign", newId()))).toBeNull();
    for (const text of ["", "con_", "con_zz", "' OR 1=1", "con_0190"]) {
      expect(idSchema("contact").safeParse(text).success).toBe(false);
    }
  });
});
