/** How the browser learns of changes at this moment. */
export type LiveState = "connecting" | "live" | "polling" | "offline";

type Change = { topic: string; seq?: number };
type Word =
  | { kind: "change"; change: Change }
  | { kind: "state"; state: LiveState }
  /** A tab that just came asks how things stand. */
  | { kind: "hello" };

const address = "/api/stream";
const name = "galley-live";
/** Without a stream, everyone looks again this often. */
const pollEveryMs = 5_000;
const patienceMs = 4_000;
const retryAfterMs = 15_000;

const changeListeners = new Set<(change: Change | null) => void>();
const stateListeners = new Set<() => void>();
let state: LiveState = "connecting";
let channel: BroadcastChannel | undefined;
let isLeader = false;
let started = false;
let source: EventSource | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls the listener after a change; with null when anything may have changed (the stream began, or a poll is due). The first listener starts the one
 * stream of this browser: the tab that holds the lock reads it and tells the others.
 */
export function listenLive(listener: (change: Change | null) => void): () => void {
  changeListeners.add(listener);
  start();
  return () => changeListeners.delete(listener);
}

export function listenLiveState(listener: () => void): () => void {
  stateListeners.add(listener);
  start();
  return () => stateListeners.delete(listener);
}

export function liveState(): LiveState {
  return state;
}

function start(): void {
  if (started || typeof window === "undefined") return;
  started = true;
  window.addEventListener("offline", () => setState("offline"));
  window.addEventListener("online", () => {
    setState("connecting");
    tell(null);
    if (isLeader) open();
  });
  if (!navigator.onLine) setState("offline");
  setInterval(() => {
    if (state !== "live" && state !== "offline") tell(null);
  }, pollEveryMs);

  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") {
    lead();
    return;
  }
  channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Word>) => hear(data);
  say({ kind: "hello" });
  // Held until the tab closes; then the next tab in line reads the stream.
  void navigator.locks.request(name, () => {
    lead();
    return new Promise(() => undefined);
  });
}

function lead(): void {
  isLeader = true;
  open();
}

function open(): void {
  source?.close();
  clearTimeout(patience);
  patience = setTimeout(giveUp, patienceMs);
  const fresh = new EventSource(address);
  source = fresh;
  fresh.addEventListener("ready", () => {
    clearTimeout(patience);
    setState("live");
    say({ kind: "state", state: "live" });
    tell(null);
  });
  fresh.addEventListener("change", (event) => {
    const change: Change = JSON.parse(event.data);
    tell(change);
    say({ kind: "change", change });
  });
  fresh.onerror = () => {
    if (source !== fresh) return;
    // The browser reconnects by itself unless the server refused; either way others look for themselves meanwhile.
    clearTimeout(patience);
    patience = setTimeout(giveUp, fresh.readyState === EventSource.CLOSED ? 0 : patienceMs);
  };
}

function giveUp(): void {
  setState(navigator.onLine ? "polling" : "offline");
  say({ kind: "state", state });
  tell(null);
  patience = setTimeout(() => {
    if (state !== "live" && navigator.onLine) open();
  }, retryAfterMs);
}

function hear(word: Word): void {
  if (word.kind === "change") tell(word.change);
  else if (word.kind === "state") {
    setState(word.state);
    if (word.state === "live") tell(null);
  } else if (isLeader) say({ kind: "state", state });
}

function say(word: Word): void {
  channel?.postMessage(word);
}

function tell(change: Change | null): void {
  for (const listener of [...changeListeners]) listener(change);
}

function setState(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const listener of [...stateListeners]) listener();
}
