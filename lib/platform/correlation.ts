import { AsyncLocalStorage } from "node:async_hooks";
import { newId } from "./ids";

const storage = new AsyncLocalStorage<{ correlationId: string }>();

/** The id that ties a request, the jobs it enqueued and their log lines together. */
export function correlationId(): string | undefined {
  return storage.getStore()?.correlationId;
}

/** Runs `work` under the given id, or a new one. */
export function withCorrelation<T>(id: string | undefined, work: () => T): T {
  return storage.run({ correlationId: id ?? newId() }, work);
}
