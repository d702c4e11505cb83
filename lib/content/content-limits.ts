/** Bounds of a document. Lengths are UTF-16 code units, as `String.length` counts them. */
export const contentLimits = {
  blocks: 200,
  documentText: 120_000,
  blockText: 10_000,
  runsPerBlock: 500,
  lineText: 300,
  code: 8_000,
  url: 2_048,
  listItems: 60,
  columnBlocks: 12,
  facts: 8,
  socialLinks: 10,
  subject: 200,
  preheader: 250,
  mergeFallback: 100,
} as const;
