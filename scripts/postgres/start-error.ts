/** A fault a person can mend: its message is one plain line, printed without a stack; the program ends with 1. */
export class StartError extends Error {
  override readonly name = "StartError";
}
