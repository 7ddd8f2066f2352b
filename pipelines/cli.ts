import {parseArgs} from "node:util";
import {exitCodes, UserError} from "../src/errors.ts";
import {type Command, commands} from "./commands/index.ts";
import {loadConfig} from "./config/load.ts";
import {settingFlags} from "./config/sources.ts";
import {commandHelp, overview} from "./help.ts";
import {Interrupted, onInterrupt} from "./interrupt.ts";
import {commonOptions} from "./options.ts";
import {progressOn} from "./progress.ts";

/** Runs one command of the command line and returns the exit code. Results go to stdout, progress and errors to stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "help") return print(overview());
  const wantsJson = rest.includes("--json");
  try {
    return await runCommand(name, rest);
  } catch (error) {
    return report(error, wantsJson);
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
  try {
    return parseArgs({
      args: [...argv],
      options: {...commonOptions, ...settingFlags, ...command.options},
      allowPositionals: true,
      strict: true
    });
  } catch (error) {
    throw new UserError("usage", `command line: ${error instanceof Error ? error.message.split(". ")[0] : error}`, {
      hint: `plumbline ${command.name} --help`
    });
  }
}

function unknownCommand(name: string): UserError {
  const known = commands.map((command) => command.name).join(" ");
  return new UserError("usage", `command line: expected a command, found ${name}`, {hint: `one of: ${known}`});
}

function print(text: string): number {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  return exitCodes.done;
}

/** What a person can mend is told without a stack; anything else is our mistake and shows one. */
function report(error: unknown, json: boolean): number {
  if (error instanceof Interrupted) return error.exitCode;
  if (!(error instanceof UserError)) {
    process.stderr.write(
      `plumbline: a mistake of ours; please report it\n${error instanceof Error ? error.stack : error}\n`
    );
    return exitCodes.bug;
  }
  if (json)
    process.stdout.write(
      `${JSON.stringify({error: {kind: error.kind, message: error.message, hint: error.hint ?? null}})}\n`
    );
  process.stderr.write(`${error.message}\n${error.hint === undefined ? "" : `  hint: ${error.hint}\n`}`);
  return error.exitCode;
}
