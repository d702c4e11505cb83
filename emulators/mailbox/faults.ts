/** What goes wrong for the recipients that a rule matches; for tests of whatever sends. */
export type Fault = {
  /** A whole address, a part of one, or `*`. */
  match: string;
  /** Where the code or the delay applies. Default `rcpt`. */
  phase: "rcpt" | "data";
  /** Reply code, 400 to 599. */
  code?: number;
  message?: string;
  delayMs?: number;
  /** The connection ends without an answer: before the message is whole, or after its final dot was read and kept. */
  drop?: "before-dot" | "after-dot";
  /** How often the rule applies before it is used up. Default: always. */
  times?: number;
};

export class FaultTable {
  #rules: Fault[] = [];

  add(rule: Fault): void {
    this.#rules.push({ ...rule });
  }

  list(): Fault[] {
    return this.#rules.map((rule) => ({ ...rule }));
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault that applies to one of these recipients in this phase, used up by one. */
  take(addresses: string[], phase: "rcpt" | "data"): Fault | null {
    for (const address of addresses) {
      const own = faultOfAddress(address);
      if (own && phaseOf(own) === phase) return own;
    }
    const rule = this.#rules.find(
      (candidate) =>
        phaseOf(candidate) === phase &&
        (candidate.times ?? 1) > 0 &&
        addresses.some((address) => matches(candidate.match, address)),
    );
    if (rule?.times !== undefined) rule.times -= 1;
    return rule ? { ...rule } : null;
  }
}

/** Checks a rule that came over HTTP. Returns the rule or one sentence saying what is wrong with it. */
export function readFault(input: unknown): Fault | string {
  if (typeof input !== "object" || input === null) return "The body must be a JSON object.";
  const { match, phase, code, message, delayMs, drop, times } = input as Record<string, unknown>;
  if (typeof match !== "string" || match === "") return "match must be an address, a part of one, or *.";
  if (phase !== undefined && phase !== "rcpt" && phase !== "data") return "phase must be rcpt or data.";
  if (code !== undefined && !isWhole(code, 400, 599)) return "code must be between 400 and 599.";
  if (message !== undefined && (typeof message !== "string" || /[\r\n]/.test(message))) {
    return "message must be one line of text.";
  }
  if (delayMs !== undefined && !isWhole(delayMs, 0, 600_000)) return "delayMs must be between 0 and 600000.";
  if (drop !== undefined && drop !== "before-dot" && drop !== "after-dot") {
    return "drop must be before-dot or after-dot.";
  }
  if (times !== undefined && !isWhole(times, 1, 1_000_000)) return "times must be between 1 and 1000000.";
  return {
    match,
    phase: phase ?? "rcpt",
    ...(isWhole(code, 400, 599) ? { code } : {}),
    ...(typeof message === "string" ? { message } : {}),
    ...(isWhole(delayMs, 0, 600_000) ? { delayMs } : {}),
    ...(drop ? { drop } : {}),
    ...(isWhole(times, 1, 1_000_000) ? { times } : {}),
  };
}

/** `ann+rcpt550@example.com`, `+data451@`, `+dropbefore@`, `+dropafter@`, `+delay500@`: a fault without any set-up. */
function faultOfAddress(address: string): Fault | null {
  const tag = /\+(rcpt|data|dropbefore|dropafter|delay)(\d*)@/.exec(address.toLowerCase());
  if (!tag) return null;
  const value = Number(tag[2]);
  switch (tag[1]) {
    case "rcpt":
    case "data":
      return isWhole(value, 400, 599) ? { match: address, phase: tag[1], code: value } : null;
    case "dropbefore":
      return { match: address, phase: "data", drop: "before-dot" };
    case "dropafter":
      return { match: address, phase: "data", drop: "after-dot" };
    default:
      return value > 0 ? { match: address, phase: "data", delayMs: value } : null;
  }
}

/** A drop happens while the message is written, whatever phase the rule names. */
function phaseOf(rule: Fault): "rcpt" | "data" {
  return rule.drop ? "data" : rule.phase;
}

function matches(pattern: string, address: string): boolean {
  return pattern === "*" || address.toLowerCase().includes(pattern.toLowerCase());
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
