/** What a process that ends early, or ends with a warning turned to an error, says to the shell (README, "Exit codes"). */
export const exitCodes = {
  done: 0,
  failed_check: 1,
  usage: 2,
  unreachable: 3,
  locked: 4,
  disclosure: 5,
  refused: 6,
  bug: 70
} as const;

export type ErrorKind = "failed_check" | "usage" | "unreachable" | "locked" | "disclosure" | "refused";

/**
 * Something the reader of the message can put right: printed as place, expected, found and a hint, without a stack.
 * The message is a lower-case clause that begins with the place and never holds a value of a person.
 */
export class UserError extends Error {
  readonly kind: ErrorKind;
  readonly hint: string | undefined;

  constructor(kind: ErrorKind, message: string, options: {hint?: string; cause?: unknown} = {}) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause});
    this.name = "UserError";
    this.kind = kind;
    this.hint = options.hint;
  }

  get exitCode(): number {
    return exitCodes[this.kind];
  }
}
