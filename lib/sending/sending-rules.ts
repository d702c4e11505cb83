/** Recipients that are claimed together. */
export const batchSize = 100;
/** Rows marked `handed` at once, and how many such windows a process has open: their product is the most that a killed worker leaves unknown. */
export const windowSize = 25;
export const windowsInFlight = 2;
/** Connections on which one window is handed over. */
export const linesPerWindow = 3;
/** How long a claim is good without a sign of life, and how often the holder gives one. */
export const leaseSeconds = 10;
export const renewEveryMs = 2_000;
/** A delivery job's turn; then it queues again behind others. */
export const sliceMs = 2_000;
/** Jobs that drive one Dispatch: so many worker processes can share it. */
export const lanesPerDispatch = 4;
/** A running Dispatch with due work that nobody touched for this long is driven anew. */
export const stalledSeconds = 4;
/** Wait of a delivery job that found no mail server. */
export const transportRetrySeconds = 5;
