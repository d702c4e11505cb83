import type { Socket } from "node:net";

/** A message ready for the wire: ASCII, CRLF, without dot-stuffing. */
export type RawMail = { from: string; to: string; raw: Buffer };

/**
 * What is certain about a message after handing it over:
 * - `accepted`, `rejected` (5xx), `deferred` (4xx, or the connection was lost before the message's final dot): the server said so, or cannot have taken it;
 * - `unknown`: the final dot may have been written and no answer came;
 * - `untouched`: not a byte about this recipient was written.
 */
export type HandOver = {
  outcome: "accepted" | "rejected" | "deferred" | "unknown" | "untouched";
  response: string;
};

type Reply = { code: number; text: string };
type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void };

/**
 * The SMTP dialogue (RFC 5321, pipelined by RFC 2920 where offered) on a connection that was greeted, secured and signed in by somebody
 * else. One message at a time.
 */
export class SmtpChannel {
  readonly #socket: Socket;
  readonly #pipelining: boolean;
  #unread = "";
  #replyLines: string[] = [];
  #waiting: Waiting[] = [];
  #failure: Error | null = null;
  #lastWords = "";
  lastUsedMs = performance.now();

  constructor(socket: Socket, options: { pipelining: boolean; silenceMs: number }) {
    this.#socket = socket;
    this.#pipelining = options.pipelining;
    socket.removeAllListeners("data");
    socket.removeAllListeners("timeout");
    socket.setTimeout(options.silenceMs);
    socket.on("data", (chunk: Buffer) => this.#read(chunk.toString("latin1")));
    socket.on("timeout", () => this.#fail(new Error(`no answer within ${options.silenceMs} ms`)));
    socket.on("error", (error) => this.#fail(error));
    socket.on("end", () => this.#fail(new Error("the server closed the connection")));
    socket.on("close", () => this.#fail(new Error("the connection was lost")));
  }

  get isUsable(): boolean {
    return this.#failure === null;
  }

  async handOver(mail: RawMail): Promise<HandOver> {
    if (this.#failure) return { outcome: "untouched", response: this.#failure.message };
    this.lastUsedMs = performance.now();
    const dialogue = { dotWritten: false };
    try {
      return await this.#converse(mail, dialogue);
    } catch (error) {
      const response = this.#lastWords || (error instanceof Error ? error.message : String(error));
      return { outcome: dialogue.dotWritten ? "unknown" : "deferred", response };
    } finally {
      this.lastUsedMs = performance.now();
    }
  }

  /** Says goodbye without waiting for the answer. */
  close(): void {
    if (!this.#failure) this.#socket.end("QUIT\r\n");
    this.#fail(new Error("closed"));
  }

  async #converse(mail: RawMail, dialogue: { dotWritten: boolean }): Promise<HandOver> {
    const [from, to, data] = await this.#envelope(mail);
    const refusal = [from, to, data].find((reply) => reply && reply.code >= 400);
    if (refusal) {
      // A server that opens DATA for no recipient gets an empty message, which it must refuse (RFC 2920, 3.1).
      if (data && data.code < 400) await this.#ask(".\r\n");
      // The next MAIL would be nested in what is left of this transaction.
      await this.#ask("RSET\r\n").catch(() => undefined);
      return judge(refusal);
    }
    await this.#write(stuffDots(mail.raw));
    dialogue.dotWritten = true;
    return judge(await this.#ask(endsLine(mail.raw) ? ".\r\n" : "\r\n.\r\n"));
  }

  async #envelope(mail: RawMail): Promise<[Reply, Reply?, Reply?]> {
    const commands = [`MAIL FROM:<${mail.from}>\r\n`, `RCPT TO:<${mail.to}>\r\n`, "DATA\r\n"] as const;
    if (this.#pipelining) {
      const replies = Promise.all([this.#reply(), this.#reply(), this.#reply()]);
      this.#socket.write(commands.join(""), "latin1");
      return replies;
    }
    const from = await this.#ask(commands[0]);
    if (from.code >= 400) return [from];
    const to = await this.#ask(commands[1]);
    return to.code < 400 ? [from, to, await this.#ask(commands[2])] : [from, to];
  }

  #ask(command: string): Promise<Reply> {
    const reply = this.#reply();
    this.#socket.write(command, "latin1");
    return reply;
  }

  /** Resolves when the bytes left this process and the event loop had one turn to see a connection that is gone. */
  #write(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => {
        if (error) return reject(error);
        setImmediate(() => (this.#failure ? reject(this.#failure) : resolve()));
      });
    });
  }

  #reply(): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure);
      else this.#waiting.push({ resolve, reject });
    });
  }

  #read(text: string): void {
    this.#unread += text;
    for (let end = this.#unread.indexOf("\n"); end >= 0; end = this.#unread.indexOf("\n")) {
      const line = this.#unread.slice(0, end).trimEnd();
      this.#unread = this.#unread.slice(end + 1);
      this.#replyLines.push(line);
      if (/^\d{3}(?: |$)/.test(line)) this.#answer();
      else if (!/^\d{3}-/.test(line)) this.#fail(new Error(`not SMTP: ${line.slice(0, 200)}`));
    }
    if (this.#unread.length + this.#replyLines.length * 8 > 65_536)
      this.#fail(new Error("the reply never ends"));
  }

  #answer(): void {
    const text = this.#replyLines.join(" ").slice(0, 500);
    const code = Number(this.#replyLines.at(-1)?.slice(0, 3));
    this.#replyLines = [];
    this.#waiting.shift()?.resolve({ code, text });
    // 421 announces that the server is about to leave (RFC 5321, 3.8).
    if (code === 421) {
      this.#lastWords = text;
      this.#fail(new Error(text));
    }
  }

  #fail(error: Error): void {
    if (this.#failure) return;
    this.#failure = error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
    this.#socket.setTimeout(0);
    if (!this.#socket.writableEnded) this.#socket.destroy();
    else setTimeout(() => this.#socket.destroy(), 2_000).unref();
  }
}

function judge({ code, text }: Reply): HandOver {
  if (code >= 500) return { outcome: "rejected", response: text };
  return { outcome: code >= 400 ? "deferred" : "accepted", response: text };
}

/** RFC 5321, 4.5.2: a dot that begins a line is doubled. Our own messages have none, and cost one search. */
function stuffDots(raw: Buffer): Buffer {
  if (raw[0] !== 0x2e && !raw.includes("\r\n.")) return raw;
  return Buffer.from(raw.toString("latin1").replace(/(^|\r\n)\./g, "$1.."), "latin1");
}

function endsLine(raw: Buffer): boolean {
  return raw.at(-2) === 0x0d && raw.at(-1) === 0x0a;
}
