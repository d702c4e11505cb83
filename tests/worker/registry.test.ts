import { describe, expect, it } from "vitest";
import { parseFeatures } from "@/lib/platform/features";
import { registeredJobs } from "@/lib/worker/registry";

describe("the jobs of a build", () => {
  it("hold the composer's only where the chat is part of it", () => {
    const names = (features: string) => registeredJobs(parseFeatures(features)).map((job) => job.name);
    expect(names("local_auth,chat")).toContain("composer.generate");
    expect(names("local_auth")).not.toContain("composer.generate");
    expect(names("local_auth")).toHaveLength(names("local_auth,chat").length - 1);
  });

  it("are each there once", () => {
    const names = registeredJobs(parseFeatures(undefined)).map((job) => job.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
