/** Every limit of the product in one table: how many of something in how many seconds. */
export const rateLimits = {
  /** Requests of one API key. */
  api: { points: 600, seconds: 60 },
  /** Password tries for one address; a right password starts the count anew. */
  passwordTries: { points: 10, seconds: 900 },
  /** Codes mailed to one address, whatever for. */
  codesToAddress: { points: 10, seconds: 3600 },
  /** Test messages of one workspace to addresses that are not its members. */
  testMessages: { points: 30, seconds: 3600 },
  /** Sign-ups, sign-ins and codes asked for by one network address. */
  accountsFromNetwork: { points: 100, seconds: 900 },
} as const satisfies Record<string, { points: number; seconds: number }>;

export type RateLimitName = keyof typeof rateLimits;
