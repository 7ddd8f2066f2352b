import {type Command, commands} from "./commands/index.ts";
import {settingFlags} from "./config/sources.ts";
import {optionHelp} from "./options.ts";

const exitCodeHelp = `Exit codes: 0 done (warnings allowed), 1 finished but a check failed, 2 usage or config, 3 the warehouse cannot be reached,
4 the warehouse is locked by another run, 5 disclosure control stopped the release, 6 a delivery was refused, 70 a mistake of ours,
130 or 143 interrupted.`;

/** plumbline --help */
export function overview(): string {
  const width = Math.max(...commands.map(({name}) => name.length));
  const lines = commands.map(({name, summary}) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Usage: plumbline <command> [options]",
    "",
    "Commands:",
    ...lines,
    "",
    ...commonHelp(),
    "",
    exitCodeHelp
  ].join("\n");
}

/** plumbline <command> --help */
export function commandHelp(command: Command): string {
  const own = Object.keys(command.options ?? {}).map((name) => `  --${name}`);
  return [
    `Usage: plumbline ${command.name} ${command.usage ?? ""}`.trimEnd(),
    "",
    command.summary,
    ...(own.length > 0 ? ["", "Its own options:", ...own] : []),
    "",
    ...commonHelp(),
    "",
    exitCodeHelp
  ].join("\n");
}

function commonHelp(): string[] {
  const options = Object.entries(optionHelp).map(([name, text]) => `  --${name} ${text}`);
  return [
    "Options:",
    ...options,
    "",
    "Settings, each also in plumbline.yaml:",
    ...Object.keys(settingFlags).map((name) => `  --${name}`)
  ];
}
