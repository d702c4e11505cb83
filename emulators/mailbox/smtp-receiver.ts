import { setTimeout as delay } from "node:timers/promises";
import { decodeWords } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Fault, FaultTable } from "./faults";
import type { MessageStore, StoredMessage } from "./message-store";

const largestMessageBytes = 30_000_000;

/** Takes every message from anyone, with any password or none; only a fault rule refuses. */
export function createSmtpReceiver(
  store: MessageStore,
  faults: FaultTable,
  onMessage: ((message: StoredMessage) => void) | undefined,
): SMTPServer {
  const server = new SMTPServer({
    name: "mailbox.localhost",
    banner: "Galley mailbox",
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: largestMessageBytes,
    rejectOversized: true,
    closeTimeout: 300,
    socketTimeout: 5 * 60_000,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? "anyone" }),
    onRcptTo: (address, _session, done) => {
      const fault = faults.take([address.address], "rcpt");
      if (!fault) return done();
      void answer(fault, done);
    },
    onData: (stream, session, done) => {
      receive(stream, session).then(
        () => done(null, "OK: kept in the mailbox"),
        (error: unknown) => {
          if (error !== connectionDropped) done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
  server.on("error", () => undefined);

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const envelopeTo = session.envelope.rcptTo.map((recipient) => recipient.address);
    const fault = faults.take(envelopeTo, "data");
    if (fault?.drop === "before-dot") return drop(session);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    if (fault?.delayMs) await delay(fault.delayMs);
    if (fault?.code) throw replyOf(fault);
    if (stream.sizeExceeded) return;
    keep(Buffer.concat(chunks), session, envelopeTo);
    if (fault?.drop === "after-dot") return drop(session);
  }

  function keep(raw: Buffer, session: SMTPServerSession, envelopeTo: string[]): void {
    const sender = session.envelope.mailFrom;
    const stored = store.add({
      receivedAt: new Date(),
      envelopeFrom: sender === false ? "" : sender.address,
      envelopeTo,
      subject: readHeader(raw, "subject"),
      from: readHeader(raw, "from"),
      raw,
    });
    onMessage?.(stored);
  }

  function drop(session: SMTPServerSession): never {
    for (const connection of server.connections) {
      if (connection.id === session.id) connection._socket.destroy();
    }
    throw connectionDropped;
  }

  return server;
}

const connectionDropped = new Error("dropped");

async function answer(fault: Fault, done: (error?: Error | null) => void): Promise<void> {
  if (fault.delayMs) await delay(fault.delayMs);
  done(fault.code ? replyOf(fault) : null);
}

function replyOf(fault: Fault): Error {
  const code = fault.code ?? 451;
  const fallback = code < 500 ? "4.3.0 Try again later" : "5.1.1 No such mailbox";
  return Object.assign(new Error(fault.message ?? fallback), { responseCode: code });
}

/** One header of the message, unfolded and decoded. A whole parse per message would cost the list its speed. */
function readHeader(raw: Buffer, name: string): string {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.toString("utf8", 0, end === -1 ? Math.min(raw.length, 16_384) : end);
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, "im").exec(head);
  return decodeWords((found?.[1] ?? "").replace(/\r?\n[ \t]+/g, " ")).trim();
}
