import ipaddr from "ipaddr.js";
import { env } from "@/lib/platform/env";

/**
 * The address a request came from, or null when nobody trustworthy says so: `X-Forwarded-For` is believed only from the
 * right, past the hops that TRUSTED_PROXIES (addresses or CIDR ranges) names.
 */
export function clientNetwork(headers: Headers, trustedProxies = env().TRUSTED_PROXIES): string | null {
  if (!trustedProxies) return null;
  const trusted = trustedProxies.split(",").flatMap(parseRange);
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  for (const hop of hops.reverse()) {
    if (!ipaddr.isValid(hop)) return null;
    const address = ipaddr.process(hop);
    if (!trusted.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))) {
      return address.toString();
    }
  }
  return null;
}

function parseRange(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number][] {
  const text = entry.trim();
  if (ipaddr.isValidCIDR(text)) return [ipaddr.parseCIDR(text)];
  if (!ipaddr.isValid(text)) return [];
  const address = ipaddr.process(text);
  return [[address, address.kind() === "ipv4" ? 32 : 128]];
}
