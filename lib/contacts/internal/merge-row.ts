import type {
  ContactStatus,
  DuplicatePolicy,
  SuppressionReason,
} from "@/lib/platform/generated/prisma/enums";
import { statusOfSuppression, statusOnReturn, strictestStatus } from "../contact-rules";
import { type ContactFields, maxFields } from "../contact-schema";
import type { ParsedRow } from "./parse-row";

/** A contact as the database has it, living or in the trash. */
export type StoredContact = {
  id: string;
  email: string;
  emailFolded: string;
  firstName: string | null;
  lastName: string | null;
  fields: ContactFields;
  status: ContactStatus;
  isTrashed: boolean;
};

/** What a batch will write for one address. */
export type PlannedContact = Omit<StoredContact, "isTrashed"> & {
  kind: "create" | "restore" | "change" | "keep";
  statusBefore: ContactStatus | null;
  tags: Set<string>;
  /** Positions in the batch of the rows that came together here. */
  rows: number[];
};

/** The plan for the first row of an address. */
export function planContact(
  row: ParsedRow,
  stored: StoredContact | undefined,
  suppression: SuppressionReason | undefined,
  policy: DuplicatePolicy,
  newContactId: () => string,
): PlannedContact {
  if (!stored) {
    const status = strictestStatus(row.status ?? "subscribed", statusOfSuppression(suppression));
    return planned(row, { ...row, id: newContactId(), status }, "create", null);
  }
  if (stored.isTrashed) {
    const wished = strictestStatus(row.status ?? "subscribed", statusOfSuppression(suppression));
    const merged = { ...applyRow(stored, row, "update"), email: row.email };
    return planned(
      row,
      { ...merged, status: statusOnReturn(stored.status, wished) },
      "restore",
      stored.status,
    );
  }
  if (policy === "skip") return planned(row, stored, "keep", stored.status);
  return planned(row, applyRow(stored, row, policy), "change", stored.status);
}

/** A later row of the same address in the same batch. */
export function planAgain(plan: PlannedContact, row: ParsedRow, policy: DuplicatePolicy): void {
  for (const tag of row.tags) plan.tags.add(tag);
  if (policy !== "skip") Object.assign(plan, applyRow(plan, row, policy));
}

type Mergeable = Omit<StoredContact, "isTrashed">;

/**
 * `update`: what the row says wins. `merge`: it fills only what is empty. Either way an empty cell takes nothing away, and a status
 * only ever becomes stricter.
 */
function applyRow<T extends Mergeable>(stored: T, row: ParsedRow, policy: "update" | "merge"): T {
  const wins = policy === "update";
  const fields = wins ? { ...stored.fields, ...row.fields } : { ...row.fields, ...stored.fields };
  return {
    ...stored,
    firstName: wins ? (row.firstName ?? stored.firstName) : (stored.firstName ?? row.firstName),
    lastName: wins ? (row.lastName ?? stored.lastName) : (stored.lastName ?? row.lastName),
    fields: Object.keys(fields).length > maxFields ? stored.fields : fields,
    status: row.status === null ? stored.status : strictestStatus(stored.status, row.status),
  };
}

function planned(
  row: ParsedRow,
  contact: Mergeable,
  kind: PlannedContact["kind"],
  statusBefore: ContactStatus | null,
): PlannedContact {
  const { id, email, emailFolded, firstName, lastName, fields, status } = contact;
  return {
    id,
    email,
    emailFolded,
    firstName,
    lastName,
    fields,
    status,
    kind,
    statusBefore,
    tags: new Set(row.tags),
    rows: [],
  };
}
