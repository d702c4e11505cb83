import type { ContactStatus, SuppressionReason } from "@/lib/platform/generated/prisma/enums";

/** Letters that Unicode does not decompose into a base letter and a mark. */
const plainLetters: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ð: "d",
};

/** The form in which names are sorted and searched: lower case, without accents, single spaces. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœıþð]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** Text as it may be stored: no control characters (PostgreSQL refuses NUL), no half characters, single spaces. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

type Named = { emailFolded: string; firstName: string | null; lastName: string | null };

/** What sorting and searching use; nameless people are sorted among the others by address. */
export function keysOf(contact: Named): { nameKey: string; searchKey: string } {
  const name = foldText([contact.firstName, contact.lastName].filter(Boolean).join(" "));
  return {
    nameKey: name || contact.emailFolded,
    searchKey: name ? `${name} ${contact.emailFolded}` : contact.emailFolded,
  };
}

/** States that no import, no API call and no form of ours takes back: only the person can. */
const lastWords: readonly ContactStatus[] = ["unsubscribed", "complained"];

/** Whether a member of the workspace may set the status by hand. */
export function mayChangeStatus(from: ContactStatus, to: ContactStatus): boolean {
  if (from === to) return true;
  if (lastWords.includes(from)) return to === "unsubscribed" || to === "complained";
  return true;
}

const weight: Record<ContactStatus, number> = {
  subscribed: 0,
  pending: 1,
  bounced: 2,
  unsubscribed: 3,
  complained: 4,
};

/** Of what is known and what is wished, the status that writes to the person less. */
export function strictestStatus(...statuses: ContactStatus[]): ContactStatus {
  return statuses.reduce((strictest, status) => (weight[status] > weight[strictest] ? status : strictest));
}

/** The status that a suppression implies; a manual one leaves the status alone. */
export function statusOfSuppression(reason: SuppressionReason | null | undefined): ContactStatus {
  return reason && reason !== "manual" ? reason : "subscribed";
}

/** Removed addresses come back with what they last said: a "no" or a bounce stays, anything else follows the wish. */
export function statusOnReturn(before: ContactStatus, wished: ContactStatus): ContactStatus {
  return before === "subscribed" || before === "pending" ? wished : strictestStatus(before, wished);
}
