import type {Config} from "../config/load.ts";
import type {onInterrupt} from "../interrupt.ts";
import type {Options} from "../options.ts";
import type {Progress} from "../progress.ts";

/** What a command is given. */
export interface Invocation extends Config {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  readonly progress: Progress;
  /** Results for machines are asked for. */
  readonly json: boolean;
  /** Writes a result to stdout; returns exit code 0. */
  readonly print: (text: string) => number;
  readonly onInterrupt: typeof onInterrupt;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, for --help; "[options]" unless told. */
  readonly usage?: string;
  readonly options?: Options;
  /** Whether words that are no options follow the name. */
  readonly takes_words?: boolean;
  /** Does it and returns the exit code; throws a UserError for what the reader can mend. */
  run(invocation: Invocation): Promise<number>;
}
