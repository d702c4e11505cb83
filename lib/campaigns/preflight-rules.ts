import type { Finding, Preflight } from "./campaign-schema";

/** What the check looks at besides the document's own findings and its links. */
export type PreflightFacts = {
  hasFeature: boolean;
  hasSender: boolean;
  isAudienceChosen: boolean;
  isAudienceGone: boolean;
  sendable: number;
};

/** Findings about the campaign's settings. Errors refuse the send, warnings inform. */
export function settingsFindings(facts: PreflightFacts): Finding[] {
  const findings: Finding[] = [];
  const error = (code: string) => findings.push({ code, severity: "error" });
  if (!facts.hasFeature) error("plan_required");
  if (!facts.hasSender) error("no_sender");
  if (!facts.isAudienceChosen) error("no_audience");
  else if (facts.isAudienceGone) error("audience_gone");
  else if (facts.sendable === 0) error("nobody_sendable");
  return findings;
}

/** Errors first, each finding once; `ok` when there is no error. */
export function summarise(findings: readonly Finding[]): Preflight {
  const once = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.blockId ?? ""} ${JSON.stringify(finding.values ?? {})}`;
    once.set(key, once.get(key) ?? finding);
  }
  const ordered = [...once.values()].sort((a, b) => rank(a) - rank(b));
  return { ok: !ordered.some((finding) => finding.severity === "error"), findings: ordered };
}

function rank(finding: Finding): number {
  return finding.severity === "error" ? 0 : 1;
}
