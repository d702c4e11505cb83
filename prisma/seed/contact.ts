import type { Viewer } from "@/lib/accounts/viewer";
import { keysOf } from "@/lib/contacts/contact-rules";
import type { ContactFields } from "@/lib/contacts/contact-schema";
import { hashAddress } from "@/lib/contacts/hash-address";
import { db, type Prisma, pool } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import type { ContactStatus } from "@/lib/platform/generated/prisma/enums";
import { newId } from "@/lib/platform/ids";

export type ContactWishes = {
  email?: string;
  firstName?: string | null;
  lastName?: string | null;
  fields?: ContactFields;
  status?: ContactStatus;
  lists?: readonly string[];
  createdAt?: Date;
  deletedAt?: Date;
};

export type GivenContact = { id: string; email: string };

/** One contact, as it would stand after any of the ways in. */
export async function givenContact(
  workspaceId: Viewer["workspaceId"],
  wishes: ContactWishes = {},
): Promise<GivenContact> {
  const row = contactRow(workspaceId, wishes);
  await db().contact.create({ data: row });
  await db().listMember.createMany({
    data: (wishes.lists ?? []).map((listId) => ({ workspaceId, listId, contactId: row.id })),
  });
  return { id: row.id, email: row.email };
}

export function contactRow(
  workspaceId: string,
  wishes: ContactWishes,
): Prisma.ContactUncheckedCreateInput & { id: string } {
  const id = newId(wishes.createdAt?.getTime());
  const email = wishes.email ?? `reader-${id.slice(-12)}@example.com`;
  const emailFolded = foldEmail(email);
  const firstName = wishes.firstName ?? null;
  const lastName = wishes.lastName ?? null;
  return {
    id,
    workspaceId,
    email,
    emailFolded,
    emailHash: hashAddress(workspaceId, emailFolded),
    firstName,
    lastName,
    fields: wishes.fields ?? {},
    status: wishes.status ?? "subscribed",
    ...keysOf({ emailFolded, firstName, lastName }),
    ...(wishes.createdAt ? { createdAt: wishes.createdAt, statusChangedAt: wishes.createdAt } : {}),
    deletedAt: wishes.deletedAt ?? null,
  };
}

const givenNames =
  "Ana Bruno Chidi Dalia Emeka Fatima Goran Hana Ines Jomo Keiko Luca Mei Nadia Omar Priya Quentin Rosa Sven Tariq".split(
    " ",
  );
const familyNames =
  "Almeida Bauer Costa Dogan Eriksen Fofana Garcia Haddad Ito Jansen Kowalski Lopes Mbeki Nguyen Okafor Petrov Quispe Rossi Silva Tanaka".split(
    " ",
  );

/** Many subscribed contacts by one statement for every 5,000: for tests and benchmarks of lists, audiences and sending. */
export async function givenContacts(
  workspaceId: string,
  count: number,
  wishes: { lists?: readonly string[]; domain?: string } = {},
): Promise<void> {
  for (let first = 0; first < count; first += 5_000) {
    await insertMany(workspaceId, first, Math.min(5_000, count - first), wishes);
  }
}

async function insertMany(
  workspaceId: string,
  first: number,
  count: number,
  wishes: { lists?: readonly string[]; domain?: string },
): Promise<void> {
  const start = Date.now() - 3_600_000;
  const rows = Array.from({ length: count }, (_, index) => {
    const n = first + index;
    const firstName = givenNames[n % givenNames.length] ?? "Ana";
    const lastName = familyNames[Math.floor(n / givenNames.length) % familyNames.length] ?? "Silva";
    const email = `${firstName}.${lastName}.${n}@${wishes.domain ?? "example.com"}`.toLowerCase();
    return { ...contactRow(workspaceId, { email, firstName, lastName, createdAt: new Date(start + n) }) };
  });
  await pool().query(
    `INSERT INTO "Contact" ("id", "workspaceId", "email", "emailFolded", "emailHash", "firstName", "lastName", "status", "nameKey", "searchKey", "createdAt")
     SELECT "id", $1, "email", "emailFolded", decode("hash", 'hex'), "firstName", "lastName", 'subscribed', "nameKey", "searchKey", "createdAt"
       FROM jsonb_to_recordset($2::jsonb) AS r("id" uuid, "email" text, "emailFolded" text, "hash" text, "firstName" text,
            "lastName" text, "nameKey" text, "searchKey" text, "createdAt" timestamptz)`,
    [
      workspaceId,
      JSON.stringify(rows.map((row) => ({ ...row, hash: Buffer.from(row.emailHash).toString("hex") }))),
    ],
  );
  const ids = rows.map((row) => row.id);
  for (const listId of wishes.lists ?? []) {
    await pool().query(
      `INSERT INTO "ListMember" ("workspaceId", "listId", "contactId") SELECT $1, $2, unnest($3::uuid[])`,
      [workspaceId, listId, ids],
    );
  }
}
