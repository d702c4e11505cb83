const element = (id) => document.getElementById(id);
const parts = { html: "Message", text: "Plain text", headers: "Headers", raw: "Source" };
const shown = { messages: [], id: null, part: "html", message: null, width: "" };

async function refresh() {
  const search = element("search").value.trim();
  const answer = await fetch(`/api/messages?limit=500&search=${encodeURIComponent(search)}`);
  const { received, kept, messages } = await answer.json();
  shown.messages = messages;
  element("count").textContent =
    received === kept ? `${received} received` : `${received} received, newest ${kept} kept`;
  const none = element("none");
  none.hidden = messages.length > 0;
  none.textContent = search ? "No message matches." : "No mail yet. It appears here as it arrives.";
  drawList();
}

function drawList() {
  const rows = shown.messages.map((message) => {
    const button = make("button", { type: "button" });
    button.setAttribute("aria-current", String(message.id === shown.id));
    const line = make("span", { className: "line" });
    line.append(
      make("span", { className: "to", textContent: message.to.join(", ") }),
      make("time", {
        dateTime: message.receivedAt,
        textContent: new Date(message.receivedAt).toLocaleTimeString([], {
          hour: "2-digit",
          minute: "2-digit",
        }),
      }),
    );
    button.append(
      line,
      make("span", { className: "subject line", textContent: message.subject || "(no subject)" }),
    );
    button.addEventListener("click", () => open(message.id));
    const row = make("li");
    row.append(button);
    return row;
  });
  const list = element("list");
  const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  list.replaceChildren(...rows);
  if (focused >= 0) list.querySelectorAll("button")[Math.min(focused, rows.length - 1)]?.focus();
}

async function open(id) {
  const answer = await fetch(`/api/messages/${id}`);
  if (!answer.ok) return refresh();
  shown.id = id;
  shown.message = await answer.json();
  const message = shown.message;
  element("message").hidden = false;
  element("hint").hidden = true;
  document.body.classList.add("reading");
  element("subject").textContent = message.subject || "(no subject)";
  const facts = [
    ["From", message.from],
    ["To", message.to.join(", ")],
    ["Received", new Date(message.receivedAt).toLocaleString()],
    ...(message.attachments.length
      ? [["Files", message.attachments.map((file) => file.filename).join(", ")]]
      : []),
  ];
  element("facts").replaceChildren(
    ...facts.flatMap(([name, value]) => [
      make("dt", { textContent: name }),
      make("dd", { textContent: value }),
    ]),
  );
  if (shown.part === "html" && !message.html) shown.part = "text";
  if (shown.part === "text" && !message.text && message.html) shown.part = "html";
  history.replaceState(null, "", `#${id}`);
  drawPart();
  drawList();
}

function drawPart() {
  const { message, part } = shown;
  element("tabs").replaceChildren(
    element("tabs").querySelector("legend"),
    ...Object.entries(parts).map(([name, label]) => {
      const tab = make("button", { type: "button", id: `tab-${name}`, textContent: label });
      tab.setAttribute("aria-pressed", String(name === part));
      tab.addEventListener("click", () => {
        shown.part = name;
        drawPart();
        element(`tab-${name}`).focus();
      });
      return tab;
    }),
  );
  const panel = element("part");
  element("widths").hidden = part !== "html";
  if (part === "html") {
    const frame = make("iframe", { title: "Message", src: `/messages/${message.id}/html` });
    frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
    frame.style.maxWidth = shown.width ? `${shown.width}px` : "";
    panel.replaceChildren(frame);
    return;
  }
  const text = {
    text: message.text ?? "This message has no plain text.",
    headers: message.headerLines.map(({ name, value }) => `${name}: ${value}`).join("\n"),
    raw: message.raw,
  }[part];
  // What scrolls must be reachable by keyboard.
  panel.replaceChildren(make("pre", { textContent: text, tabIndex: 0 }));
}

function make(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

element("search").addEventListener("input", refresh);
element("clear").addEventListener("click", async () => {
  await fetch("/api/messages", { method: "DELETE" });
  close();
  refresh();
});
element("back").addEventListener("click", close);
for (const button of element("widths").querySelectorAll("button")) {
  button.addEventListener("click", () => {
    shown.width = button.dataset.width;
    for (const other of element("widths").querySelectorAll("button")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    drawPart();
  });
}

function close() {
  shown.id = null;
  element("message").hidden = true;
  element("hint").hidden = false;
  document.body.classList.remove("reading");
  history.replaceState(null, "", location.pathname);
  drawList();
}

element("list").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...element("list").querySelectorAll("button")];
  buttons[buttons.indexOf(document.activeElement) + step]?.focus();
});

new EventSource("/api/stream").addEventListener("message", refresh);
if (location.hash.length > 1) open(location.hash.slice(1));
