/** Characters of one thing said. */
export const messageLimit = 20_000;
