import { EventEmitter } from "node:events";

export type StoredMessage = {
  id: string;
  receivedAt: Date;
  envelopeFrom: string;
  envelopeTo: string[];
  /** Decoded, for the list; the rest is parsed when a message is opened. */
  subject: string;
  from: string;
  raw: Buffer;
};

export type StoreLimits = { messages: number; bytes: number };

/** The newest messages, bounded in number and in bytes: what is older is forgotten, and only counted. */
export class MessageStore {
  readonly changes = new EventEmitter<{ change: [] }>();
  received = 0;
  #messages: StoredMessage[] = [];
  #bytes = 0;
  #limits: StoreLimits;

  constructor(limits: StoreLimits) {
    this.#limits = limits;
    this.changes.setMaxListeners(0);
  }

  add(message: Omit<StoredMessage, "id">): StoredMessage {
    this.received += 1;
    const stored = { ...message, id: String(this.received) };
    this.#messages.push(stored);
    this.#bytes += stored.raw.length;
    this.#forget();
    this.changes.emit("change");
    return stored;
  }

  get kept(): number {
    return this.#messages.length;
  }

  find(id: string): StoredMessage | null {
    return this.#messages.find((message) => message.id === id) ?? null;
  }

  /** Newest first. `to` is one whole address; `search` looks into addresses and subjects. */
  list(query: { to?: string | undefined; search?: string | undefined; limit: number }): StoredMessage[] {
    const to = query.to?.trim().toLowerCase();
    const search = query.search?.trim().toLowerCase();
    const found: StoredMessage[] = [];
    for (let index = this.#messages.length - 1; index >= 0 && found.length < query.limit; index -= 1) {
      const message = this.#messages[index];
      if (!message) continue;
      if (to && !message.envelopeTo.some((address) => address.toLowerCase() === to)) continue;
      if (search && !textOf(message).includes(search)) continue;
      found.push(message);
    }
    return found;
  }

  clear(): void {
    this.#messages = [];
    this.#bytes = 0;
    this.changes.emit("change");
  }

  #forget(): void {
    while (this.#messages.length > this.#limits.messages || this.#bytes > this.#limits.bytes) {
      this.#bytes -= this.#messages.shift()?.raw.length ?? 0;
    }
  }
}

function textOf(message: StoredMessage): string {
  return [message.subject, message.from, message.envelopeFrom, ...message.envelopeTo]
    .join("\n")
    .toLowerCase();
}
