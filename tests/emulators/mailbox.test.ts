import { connect } from "node:net";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Mailbox, startMailbox } from "@/emulators/mailbox/start-mailbox";

let mailbox: Mailbox;

beforeEach(async () => {
  mailbox = await startMailbox();
});
afterEach(async () => {
  await mailbox.stop();
});

const mail = {
  from: "Ana <ana@example.com>",
  to: "bo@example.com",
  subject: "Olá",
  text: "Hi",
  html: "<p>Hi</p>",
};

async function send(
  message: Record<string, unknown> = mail,
  options: Record<string, unknown> = {},
): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: mailbox.smtpPort, ...options });
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}

async function get(path: string, init?: RequestInit) {
  return fetch(`${mailbox.uiUrl}${path}`, init);
}

test("a message sent by SMTP is listed and read in all its parts", async () => {
  await send({ ...mail, headers: { "X-Galley-Recipient": "r-1" } }, { auth: { user: "any", pass: "one" } });
  const list = await (await get("/api/messages?to=BO@example.com")).json();
  expect(list).toMatchObject({
    received: 1,
    kept: 1,
    messages: [{ subject: "Olá", to: ["bo@example.com"] }],
  });
  const message = await (await get(`/api/messages/${list.messages[0].id}`)).json();
  expect(message).toMatchObject({
    envelope: { from: "ana@example.com", to: ["bo@example.com"] },
    html: expect.stringContaining("<p>Hi</p>"),
    headers: { "x-galley-recipient": "r-1" },
  });
  expect(message.text.trim()).toBe("Hi");
  expect(message.raw).toContain("X-Galley-Recipient: r-1");
});

test("only the newest messages are kept, and all are counted", async () => {
  await mailbox.stop();
  mailbox = await startMailbox({ limits: { messages: 5 } });
  for (let index = 0; index < 8; index += 1) await send({ ...mail, subject: `n${index}` });
  expect(mailbox.received()).toBe(8);
  expect(mailbox.list().map((message) => message.subject)).toEqual(["n7", "n6", "n5", "n4", "n3"]);
});

test("search looks into addresses and subjects; emptying forgets", async () => {
  await send({ ...mail, subject: "Harvest" });
  await send({ ...mail, to: "carla@example.org" });
  expect(mailbox.list({ search: "HARV" })).toHaveLength(1);
  expect(mailbox.list({ search: "example.org" })).toHaveLength(1);
  expect((await get("/api/messages", { method: "DELETE" })).status).toBe(204);
  expect(mailbox.list()).toHaveLength(0);
});

test("a mail is shown without scripts, in an origin of its own", async () => {
  await send({ ...mail, subject: "<img src=x onerror=alert(1)>", html: "<script>alert(1)</script><p>x</p>" });
  const shown = await get("/messages/1/html");
  expect(shown.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox allow-popups/);
  const page = await get("/");
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(await page.text()).not.toContain("onerror");
});

test("other sites get nothing, whatever name they resolve to this machine", async () => {
  const foreign = await get("/api/messages", { headers: { origin: "http://evil.example" } });
  expect(foreign.status).toBe(403);
  const answer = await rawRequest(
    "GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
  );
  expect(answer).toContain("403");
});

test("a rule refuses at RCPT as often as it says", async () => {
  const made = await get("/api/faults", {
    method: "POST",
    body: JSON.stringify({ match: "bo@", code: 451, times: 1 }),
  });
  expect(made.status).toBe(201);
  await expect(send()).rejects.toMatchObject({ responseCode: 451 });
  await send();
  expect(mailbox.received()).toBe(1);
});

test("a rule refuses after the message, and the address alone can ask for it", async () => {
  mailbox.addFault({ match: "*", phase: "data", code: 554, message: "5.7.1 Not wanted" });
  await expect(send()).rejects.toMatchObject({ responseCode: 554 });
  mailbox.clearFaults();
  await expect(send({ ...mail, to: "bo+rcpt550@example.com" })).rejects.toMatchObject({ responseCode: 550 });
  await expect(send({ ...mail, to: "bo+data452@example.com" })).rejects.toMatchObject({ responseCode: 452 });
  expect(mailbox.received()).toBe(0);
});

test("a dropped connection leaves nothing before the final dot, and the message after it", async () => {
  await expect(send({ ...mail, to: "bo+dropbefore@example.com" })).rejects.toThrow();
  expect(mailbox.received()).toBe(0);
  await expect(send({ ...mail, to: "bo+dropafter@example.com" })).rejects.toThrow();
  expect(mailbox.received()).toBe(1);
});

test("bad rules and unknown messages are answered plainly", async () => {
  for (const body of ["", "[]", '{"match":""}', '{"match":"a","code":200}', '{"match":"a","phase":"helo"}']) {
    expect((await get("/api/faults", { method: "POST", body })).status).toBe(400);
  }
  expect((await get("/api/messages/99")).status).toBe(404);
  expect((await get("/api/messages?limit=x")).status).toBe(400);
  expect((await get("/nowhere")).status).toBe(404);
});

test("the stream tells of new mail", async () => {
  const stop = new AbortController();
  const response = await get("/api/stream", { signal: stop.signal });
  let heard = "";
  const reading = (async () => {
    for await (const chunk of response.body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  await send();
  await vi.waitFor(() => expect(heard).toContain('"received":1'), { timeout: 5_000 });
  stop.abort();
  await reading;
});

test("a port in use is refused at start", async () => {
  await expect(startMailbox({ smtpPort: mailbox.smtpPort })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

function rawRequest(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(mailbox.uiPort, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}
