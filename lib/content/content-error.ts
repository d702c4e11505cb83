export type ContentErrorCode =
  | "invalid_document"
  | "invalid_operation"
  | "invalid_block"
  | "invalid_patch"
  | "invalid_meta"
  | "unknown_block"
  | "unknown_target"
  | "not_allowed_there"
  | "duplicate_id"
  | "too_many_blocks"
  | "too_long";

/** Why a document or a change to it was refused. The document that was passed in is never altered. */
export class ContentError extends Error {
  override readonly name = "ContentError";

  constructor(
    readonly code: ContentErrorCode,
    message: string,
    readonly blockId?: string,
  ) {
    super(message);
  }
}
