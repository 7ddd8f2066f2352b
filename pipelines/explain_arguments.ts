import {closest} from "fastest-levenshtein";
import {UserError} from "../src/errors.ts";

/** What is wrong with the arguments of a command, which parseArgs tells in sentences of its own. */
export function explainArguments(error: unknown, command: string, options: readonly string[]): UserError {
  const sentence = error instanceof Error ? error.message : String(error);
  const [, named = ""] = /'(-{0,2}[^' ]*)/.exec(sentence) ?? [];
  const help = `plumbline ${command} --help`;
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return mistake(command, "an option", named, `${meant(named, options)}${help} lists them all`);
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return mistake(command, "options only", named, help);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return sentence.includes("does not take an argument")
        ? mistake(command, `no value after ${named}`, "one", help)
        : mistake(command, `a value after ${named}`, "none", help);
    default:
      throw error;
  }
}

/** A suggestion only where a slip of the finger explains it. */
function meant(given: string, options: readonly string[]): string {
  const likely = closest(given.replace(/^-+/, ""), [...options]);
  return given.startsWith("--") ? `did you mean --${likely}? ` : "";
}

function mistake(command: string, expected: string, found: string, hint: string): UserError {
  return new UserError("usage", `plumbline ${command}: expected ${expected}, found ${found}`, {hint});
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
