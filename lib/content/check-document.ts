import type { Block } from "./block-schema";
import { collectMergeTags } from "./collect-merge-tags";
import { type NewsletterDocument, newBlockId, walkBlocks } from "./document-schema";
import { groupByLink, type Inline, plainText } from "./inline-schema";
import { fillMergeText } from "./merge-tags";
import type { Operation } from "./operations";
import { contrastRatio, resolveTheme } from "./theme";

export const documentFindingCodes = [
  "content_missing",
  "subject_missing",
  "subject_long",
  "subject_shouting",
  "subject_spammy",
  "preheader_missing",
  "unsubscribe_missing",
  "postal_address_missing",
  "alt_missing",
  "picture_missing",
  "label_missing",
  "link_missing",
  "link_placeholder",
  "merge_without_fallback",
  "contrast_low",
  "weight_high",
] as const;
export type DocumentFindingCode = (typeof documentFindingCodes)[number];

/** Something to mend before sending. `fix` are operations that mend it without asking anything. */
export type DocumentFinding = {
  code: DocumentFindingCode;
  severity: "error" | "warning";
  blockId?: string;
  values?: Record<string, string | number>;
  fix?: Operation[];
};

export type DocumentFacts = {
  /** Size of the rendered HTML. Gmail cuts messages above 102 kB. */
  bytes?: number;
  /** Known and blank is a fault; left out, it is not looked at. */
  postalAddress?: string;
};

const maximumBytes = 102_000;
const longSubject = 70;
/** WCAG 2.2, 1.4.3: words of ordinary size. */
const minimumContrast = 4.5;

/** What a newsletter's own content lacks, in reading order. Pure: whether links answer is asked elsewhere. */
export function checkDocument(document: NewsletterDocument, facts: DocumentFacts = {}): DocumentFinding[] {
  return [
    ...checkSubject(document),
    ...checkWhole(document, facts),
    ...Array.from(walkBlocks(document.blocks)).flatMap(checkBlock),
    ...checkMergeTags(document),
    ...checkContrast(document),
  ];
}

function checkSubject({ meta }: NewsletterDocument): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  const subject = fillMergeText(meta.subject, {}).trim();
  const letters = subject.replace(/\P{L}/gu, "");
  if (subject === "") findings.push({ code: "subject_missing", severity: "error" });
  if (subject.length > longSubject) {
    findings.push({ code: "subject_long", severity: "warning", values: { length: subject.length } });
  }
  if (letters.length >= 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    findings.push({ code: "subject_shouting", severity: "warning" });
  }
  if (spamMarks.some((pattern) => pattern.test(subject))) {
    findings.push({ code: "subject_spammy", severity: "warning" });
  }
  if (meta.preheader.trim() === "") findings.push({ code: "preheader_missing", severity: "warning" });
  return findings;
}

// What filters and readers take for advertising of the worse kind, in both languages.
const spamMarks = [
  /[!?]{2,}/,
  /[$€£]{2,}|R\$\s*R\$/,
  /\b(act now|buy now|click here|100% free|risk[- ]free|make money|you(?:'|’)?ve won|no obligation)\b/i,
  /(?:^|\s)(compre já|clique aqui|100% gr[aá]tis|ganhe dinheiro|você ganhou|sem compromisso)(?=\s|$|[!.,])/i,
  /^\s*(re|fwd?|enc):/i,
];

function checkWhole(document: NewsletterDocument, facts: DocumentFacts): DocumentFinding[] {
  const findings: DocumentFinding[] = [];
  const body = document.blocks.filter((block) => block.type !== "footer");
  if (!Array.from(walkBlocks(body)).some(hasWords))
    findings.push({ code: "content_missing", severity: "error" });
  if (!document.blocks.some((block) => block.type === "footer")) {
    findings.push({ code: "unsubscribe_missing", severity: "error", fix: [insertFooter(document)] });
  }
  if (facts.postalAddress !== undefined && facts.postalAddress.trim() === "") {
    findings.push({ code: "postal_address_missing", severity: "error" });
  }
  if (facts.bytes !== undefined && facts.bytes > maximumBytes) {
    const kilobytes = Math.round(facts.bytes / 1000);
    findings.push({ code: "weight_high", severity: "warning", values: { kilobytes } });
  }
  return findings;
}

function insertFooter(document: NewsletterDocument): Operation {
  return {
    type: "insert",
    block: { id: newBlockId(), type: "footer", role: "footer" },
    afterId: document.blocks.at(-1)?.id ?? null,
  };
}

function hasWords(block: Block): boolean {
  switch (block.type) {
    case "heading":
    case "text":
    case "quote":
      return plainText(block.content).trim() !== "";
    case "list":
      return block.items.some((item) => plainText(item).trim() !== "");
    case "event":
      return block.facts.some((fact) => fact.value.trim() !== "");
    case "image":
      return block.src !== "";
    case "code":
      return block.code.trim() !== "";
    default:
      return false;
  }
}

function checkBlock(block: Block): DocumentFinding[] {
  const blockId = block.id;
  const findings: DocumentFinding[] = addressesIn(block).flatMap((address) => checkAddress(address, blockId));
  if (block.type === "image" && block.src === "") {
    findings.push({
      code: "picture_missing",
      severity: "warning",
      blockId,
      fix: [{ type: "remove", id: blockId }],
    });
  } else if (block.type === "image" && block.alt.trim() === "") {
    findings.push({ code: "alt_missing", severity: "warning", blockId });
  }
  if (block.type === "button" && block.label.trim() === "") {
    findings.push({ code: "label_missing", severity: "error", blockId });
  }
  return findings;
}

function addressesIn(block: Block): string[] {
  const linked = (runs: readonly Inline[]) =>
    groupByLink(runs).flatMap((group) => (group.href === undefined ? [] : [group.href]));
  switch (block.type) {
    case "button":
      return [block.href];
    case "image":
      return [...(block.href ? [block.href] : []), ...linked(block.caption ?? [])];
    case "heading":
    case "text":
    case "quote":
      return linked(block.content);
    case "list":
      return block.items.flatMap(linked);
    case "social":
      return block.links.map((link) => link.url);
    case "footer":
      return linked(block.note ?? []);
    default:
      return [];
  }
}

function checkAddress(address: string, blockId: string): DocumentFinding[] {
  if (address === "" || address === "#") return [{ code: "link_missing", severity: "error", blockId }];
  return placeholder.test(address)
    ? [{ code: "link_placeholder", severity: "warning", blockId, values: { url: address } }]
    : [];
}

// RFC 2606: names that never lead anywhere, and what people type until they know better.
const placeholder =
  /^(?:https?:\/\/(?:[^/?#]*\.)?(?:example\.(?:com|org|net)|[^/?#.]+\.(?:example|invalid|test)|your-?(?:web)?site\.[a-z]+|seu-?site\.[a-z.]+|localhost)(?:[:/?#]|$)|mailto:[^@]+@example\.(?:com|org|net))/i;

function checkMergeTags(document: NewsletterDocument): DocumentFinding[] {
  const seen = new Set<string>();
  return collectMergeTags(document).flatMap(({ field, fallback, blockId }) => {
    const key = `${blockId ?? ""} ${field}`;
    // Every recipient has an address.
    if (fallback !== "" || field === "email" || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        code: "merge_without_fallback" as const,
        severity: "warning" as const,
        values: { field },
        ...(blockId === undefined ? {} : { blockId }),
      },
    ];
  });
}

function checkContrast({ meta }: NewsletterDocument): DocumentFinding[] {
  const { light } = resolveTheme(meta.theme);
  const pairs = [
    [light.ink, light.paper],
    [light.soft, light.paper],
    [light.soft, light.ground],
    [light.accentText, light.paper],
    [light.onAccent, light.accent],
  ] as const;
  const worst = Math.min(...pairs.map(([words, ground]) => contrastRatio(words, ground)));
  if (worst >= minimumContrast) return [];
  return [
    {
      code: "contrast_low",
      severity: "warning",
      values: { ratio: Math.round(worst * 10) / 10 },
      fix: [{ type: "setMeta", patch: { theme: { colors: null } } }],
    },
  ];
}
