import type { Server } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { type Fault, FaultTable } from "./faults";
import { MessageStore, type StoredMessage, type StoreLimits } from "./message-store";
import { createPageServer } from "./page-server";
import { type FullMessage, type MessageSummary, readMessage, summarise } from "./read-message";
import { createSmtpReceiver } from "./smtp-receiver";

export type Mailbox = {
  smtpPort: number;
  uiPort: number;
  /** `smtp://host:port`, as SMTP_URL wants it. */
  smtpUrl: string;
  uiUrl: string;
  /** Messages received since the start, also those no longer kept. */
  received: () => number;
  /** Newest first; `to` is one whole address. */
  list: (query?: { to?: string; search?: string; limit?: number }) => MessageSummary[];
  read: (id: string) => Promise<FullMessage | null>;
  clear: () => void;
  addFault: (fault: Omit<Fault, "phase"> & { phase?: Fault["phase"] }) => void;
  clearFaults: () => void;
  stop: () => Promise<void>;
};

/** Bounds what stays in memory: 20,000 messages of a demo campaign leave the newest 2,000. */
const defaultLimits: StoreLimits = { messages: 2_000, bytes: 200_000_000 };

/**
 * Starts a mailbox that takes all mail and shows it. Port 0 means a free one. Rejects when a port is in use
 * (`EADDRINUSE`). `onMessage` sees every message as it is kept, before the sender gets its answer.
 */
export async function startMailbox(
  options: {
    smtpPort?: number;
    uiPort?: number;
    host?: string;
    limits?: Partial<StoreLimits>;
    onMessage?: (message: StoredMessage) => void;
  } = {},
): Promise<Mailbox> {
  const host = options.host ?? "127.0.0.1";
  const store = new MessageStore({ ...defaultLimits, ...options.limits });
  const faults = new FaultTable();
  const smtp = createSmtpReceiver(store, faults, options.onMessage);
  const page = createPageServer(store, faults, host);
  const smtpPort = await listen(smtp.listen(options.smtpPort ?? 0, host));
  const uiPort = await listen(page.listen(options.uiPort ?? 0, host)).catch((error: unknown) => {
    smtp.close();
    throw error;
  });
  return {
    smtpPort,
    uiPort,
    smtpUrl: `smtp://${host}:${smtpPort}`,
    uiUrl: `http://${host}:${uiPort}`,
    received: () => store.received,
    list: (query = {}) => store.list({ ...query, limit: query.limit ?? 200 }).map(summarise),
    read: async (id) => {
      const stored = store.find(id);
      return stored ? readMessage(stored) : null;
    },
    clear: () => store.clear(),
    addFault: (fault) => faults.add({ ...fault, phase: fault.phase ?? "rcpt" }),
    clearFaults: () => faults.clear(),
    stop: async () => {
      await Promise.all([closePage(page), new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    },
  };
}

function listen(server: NetServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closePage(page: Server): Promise<void> {
  page.closeAllConnections();
  return new Promise((resolve) => page.close(() => resolve()));
}
