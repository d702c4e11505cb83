import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { foldEmail } from "@/lib/platform/email-address";
import { endSession } from "./end-session";

/**
 * NextAuth's view of our tables: Prisma's adapter, except that a session's token is stored as its SHA-256 and a person is found
 * by the folded address.
 */
export function sessionAdapter(): Adapter {
  const prisma = PrismaAdapter(db() as unknown as Parameters<typeof PrismaAdapter>[0]) as Adapter;
  return {
    ...prisma,
    createUser: async (user: Omit<AdapterUser, "id">) => {
      const { email, emailVerified, name, image } = user;
      const made = await db().user.create({
        data: {
          email,
          emailFolded: foldEmail(email),
          emailVerified,
          name: name ?? null,
          image: image ?? null,
        },
      });
      return adapterUser(made);
    },
    getUserByEmail: async (email) => {
      const user = await db().user.findUnique({ where: { emailFolded: foldEmail(email) } });
      return user && adapterUser(user);
    },
    createSession: async (session) => {
      await db().session.create({ data: { ...session, sessionToken: sha256(session.sessionToken) } });
      return session;
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await db().session.findUnique({
        where: { sessionToken: sha256(sessionToken) },
        include: { user: true },
      });
      if (!found || found.user.suspendedAt) return null;
      const { userId, expires } = found;
      return { session: { sessionToken, userId, expires }, user: adapterUser(found.user) };
    },
    updateSession: async ({ sessionToken, expires }) => {
      const where = { sessionToken: sha256(sessionToken) };
      const { count } = await db().session.updateMany({ where, data: expires ? { expires } : {} });
      if (count === 0) return null;
      const { userId, expires: until } = await db().session.findUniqueOrThrow({ where });
      return { sessionToken, userId, expires: until };
    },
    deleteSession: endSession,
  };
}

type Row = {
  id: string;
  email: string;
  emailVerified: Date | null;
  name: string | null;
  image: string | null;
};

/** Nothing but what NextAuth needs: never the password's hash. */
function adapterUser({ id, email, emailVerified, name, image }: Row): AdapterUser {
  return { id, email, emailVerified, name, image };
}
