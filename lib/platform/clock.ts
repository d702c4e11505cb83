/** The only source of "now" in lib, so that tests can stand at any moment. */
let read: () => number = Date.now;

export function now(): Date {
  return new Date(read());
}

/** For tests: freezes or moves the clock; returns the way back to real time. */
export function setClock(at: Date | (() => Date)): () => void {
  read = typeof at === "function" ? () => at().getTime() : () => at.getTime();
  return () => {
    read = Date.now;
  };
}
