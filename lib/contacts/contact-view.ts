import type { ContactStatus } from "@/lib/platform/generated/prisma/enums";
import type { ContactFields } from "./contact-schema";

export type TagView = { id: string; name: string };
export type ListRefView = { id: string; name: string };

/** A contact as pages, the chat and REST see it. */
export type ContactView = {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  fields: ContactFields;
  status: ContactStatus;
  tags: TagView[];
  lists: ListRefView[];
  createdAt: Date;
  updatedAt: Date;
};

export type ContactRow = Omit<ContactView, "tags" | "lists">;

/** The columns of a contact row, for raw statements over `"Contact" c`. */
export const contactColumns = `c."id", c."email", c."firstName", c."lastName", c."fields", c."status", c."createdAt", c."updatedAt"`;
