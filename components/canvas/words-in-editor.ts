import type { JSONContent } from "@tiptap/core";
import type { Inline } from "@/lib/content/document-schema";
import { normaliseInline, plainText } from "@/lib/content/inline-schema";
import { safeUrl } from "@/lib/content/sanitize-url";

/** Rich text as the editor holds it; merge tags are shown as they are written, `{{firstName|there}}`. */
export function toEditor(runs: readonly Inline[]): JSONContent {
  const content = runs.flatMap((run): JSONContent[] => {
    if (run.type === "break") return [{ type: "hardBreak" }];
    const text = run.type === "text" ? run.text : plainText([run]);
    if (text === "") return [];
    const marks = [
      ...(run.bold ? [{ type: "bold" }] : []),
      ...(run.italic ? [{ type: "italic" }] : []),
      ...(run.type === "text" && run.code ? [{ type: "code" }] : []),
      ...(run.href ? [{ type: "link", attrs: { href: run.href } }] : []),
    ];
    return [{ type: "text", text, ...(marks.length > 0 ? { marks } : {}) }];
  });
  return { type: "doc", content: [{ type: "paragraph", ...(content.length > 0 ? { content } : {}) }] };
}

/** Back to rich text in canonical form; an address that a newsletter may not link to loses its link. */
export function fromEditor(document: JSONContent): Inline[] {
  const paragraphs = document.content ?? [];
  const runs = paragraphs.flatMap((paragraph, index): Inline[] => [
    ...(index > 0 ? [{ type: "break" } as const] : []),
    ...(paragraph.content ?? []).flatMap(readNode),
  ]);
  return normaliseInline(runs);
}

function readNode(node: JSONContent): Inline[] {
  if (node.type === "hardBreak") return [{ type: "break" }];
  if (node.type !== "text" || !node.text) return [];
  const mark = (name: string) => node.marks?.find((candidate) => candidate.type === name);
  const address: unknown = mark("link")?.attrs?.href;
  const href = typeof address === "string" ? safeUrl(address) : null;
  return [
    {
      type: "text",
      text: node.text,
      ...(mark("bold") ? { bold: true } : {}),
      ...(mark("italic") ? { italic: true } : {}),
      ...(mark("code") ? { code: true } : {}),
      ...(href ? { href } : {}),
    },
  ];
}
