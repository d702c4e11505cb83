import type { Viewer } from "@/lib/accounts/viewer";
import { hashAddress } from "@/lib/contacts/hash-address";
import type { NewsletterDocument } from "@/lib/content/document-schema";
import { documentFromMarkdown } from "@/lib/content/markdown";
import { pool } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { DispatchView } from "@/lib/sending/find-dispatch";
import { startDispatch } from "@/lib/sending/start-dispatch";
import { givenSender } from "./sender";

export type GivenPerson = {
  email: string;
  firstName?: string | null;
  lastName?: string | null;
  fields?: Record<string, unknown>;
  status?: "pending" | "subscribed" | "unsubscribed" | "bounced" | "complained";
};

/** Contacts in one statement, for audiences of any size. */
export async function givenPeople(workspaceId: string, people: readonly GivenPerson[]): Promise<string[]> {
  const ids = people.map(() => newId());
  await pool().query(
    `INSERT INTO "Contact" (id, "workspaceId", email, "emailFolded", "emailHash", "firstName", "lastName", fields, status, "nameKey", "searchKey")
     SELECT p.id, $1, p.email, lower(p.email), p.hash, p.first, p.last, p.fields, p.status::"ContactStatus", lower(p.email), lower(p.email)
       FROM unnest($2::uuid[], $3::text[], $4::bytea[], $5::text[], $6::text[], $7::jsonb[], $8::text[])
         AS p(id, email, hash, first, last, fields, status)`,
    [
      workspaceId,
      ids,
      people.map((person) => person.email),
      people.map((person) => hashAddress(workspaceId, person.email.toLowerCase())),
      people.map((person) => person.firstName ?? null),
      people.map((person) => person.lastName ?? null),
      people.map((person) => JSON.stringify(person.fields ?? {})),
      people.map((person) => person.status ?? "subscribed"),
    ],
  );
  return ids;
}

/** `p0@example.com` to `p<count-1>@example.com`, all subscribed. */
export function numberedPeople(count: number, domain = "example.com"): GivenPerson[] {
  return Array.from({ length: count }, (_, number) => ({
    email: `p${number}@${domain}`,
    firstName: `First${number}`,
    lastName: "Last",
  }));
}

/** A short newsletter with a merge tag in subject and text and two links. */
export function givenDocument(): NewsletterDocument {
  return documentFromMarkdown(
    "# Autumn\n\nDear {{firstName|friend}},\n\nread [the programme](https://example.com/programme) or [write](https://example.com/write?n={{firstName|you}}).",
    { subject: "News for {{firstName|you}}", preheader: "What is on" },
  );
}

/** A campaign's Dispatch to everyone in the workspace, frozen and queued, not worked. */
export async function givenDispatch(
  owner: Viewer,
  wishes: {
    people?: readonly GivenPerson[];
    document?: NewsletterDocument;
    retryDelaysSeconds?: number[];
  } = {},
): Promise<DispatchView> {
  if (wishes.people) await givenPeople(owner.workspaceId, wishes.people);
  const sender = await givenSender(owner.workspaceId);
  return startDispatch(owner, {
    campaignId: newId(),
    senderId: sender.id,
    document: wishes.document ?? givenDocument(),
    audience: { all: true },
    retryDelaysSeconds: wishes.retryDelaysSeconds,
  });
}
