import { type MergeTag, parseMergeText } from "@/lib/content/merge-tags";
import { type MarkerEncoding, writeMarker } from "./markers";

/** Gives each different merge tag a number, the same wherever it stands in one newsletter. */
export class TagRegister {
  readonly all: MergeTag[];

  constructor(known: readonly MergeTag[] = []) {
    this.all = [...known];
  }

  mark({ field, fallback }: MergeTag, encoding: MarkerEncoding): string {
    const known = this.all.findIndex((tag) => tag.field === field && tag.fallback === fallback);
    const index = known >= 0 ? known : this.all.push({ field, fallback }) - 1;
    return writeMarker({ kind: "merge", encoding, index });
  }

  /** Plain text with its tags marked; `quote` treats what lies between them. */
  markText(text: string, encoding: MarkerEncoding, quote: (part: string) => string = (part) => part): string {
    return parseMergeText(text)
      .map((part) => (typeof part === "string" ? quote(part) : this.mark(part, encoding)))
      .join("");
  }
}
