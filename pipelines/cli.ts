import {parseArgs} from "node:util";
import {closest} from "fastest-levenshtein";
import {lostConnection} from "../src/database/lost_connection.ts";
import {notAllowed} from "../src/database/not_allowed.ts";
import {exitCodes, UserError} from "../src/errors.ts";
import {bugReport} from "./bug_report.ts";
import {type Command, commands} from "./commands/index.ts";
import {loadConfig} from "./config/load.ts";
import {settingOptions} from "./config/sources.ts";
import {explainArguments} from "./explain_arguments.ts";
import {commandHelp, overview} from "./help.ts";
import {Interrupted, onInterrupt} from "./interrupt.ts";
import {commonOptions, typesOf} from "./options.ts";
import {progressOn} from "./progress.ts";

/** Runs one command of the command line and returns the exit code. Results go to stdout, progress and errors to stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "help") return print(overview());
  const wantsJson = rest.includes("--json");
  try {
    return await runCommand(name, rest);
  } catch (error) {
    return report(lostConnection(error) ?? notAllowed(error) ?? error, wantsJson);
  }
}

async function runCommand(name: string, argv: readonly string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw unknownCommand(name);
  if (argv.includes("--help")) return print(commandHelp(command));
  const {values, positionals} = parse(command, argv);
  const config = await loadConfig({flags: values, environment: process.env, directory: process.cwd()});
  const progress = progressOn(process.stderr, {quiet: values.quiet === true || values.json === true});
  return command.run({...config, flags: values, positionals, progress, json: values.json === true, print, onInterrupt});
}

function parse(command: Command, argv: readonly string[]) {
  const options = typesOf({...commonOptions, ...settingOptions, ...command.options});
  try {
    return parseArgs({args: [...argv], options, allowPositionals: command.takes_words === true, strict: true});
  } catch (error) {
    throw explainArguments(error, command.name, Object.keys(options));
  }
}

function unknownCommand(name: string): UserError {
  const known = commands.map((command) => command.name);
  return new UserError("usage", `plumbline: expected a command, found ${name}`, {
    hint: `did you mean ${closest(name, known)}? The commands are ${known.join(" ")}`
  });
}

function print(text: string): number {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return exitCodes.done;
}

/** Says what went wrong on stderr and, for machines, on stdout; returns the exit code. */
function report(error: unknown, json: boolean): number {
  const {kind, message, hint, exitCode} = described(error);
  if (json) print(JSON.stringify({error: {kind, message, hint}}));
  process.stderr.write(`${message}\n${hint === null ? "" : `  hint: ${hint}\n`}`);
  return exitCode;
}

/** What a person can mend is told without a stack; anything else is our mistake and shows one. */
function described(error: unknown): {kind: string; message: string; hint: string | null; exitCode: number} {
  if (error instanceof Interrupted) {
    const hint = "what was finished stays; the same command goes on from there";
    return {kind: "interrupted", message: error.message, hint, exitCode: error.exitCode};
  }
  if (error instanceof UserError)
    return {kind: error.kind, message: error.message, hint: error.hint ?? null, exitCode: error.exitCode};
  return {kind: "bug", message: bugReport(error), hint: null, exitCode: exitCodes.bug};
}
