import {type Command, commands} from "./commands/index.ts";
import {settingOptions} from "./config/sources.ts";
import {commonOptions, type Options} from "./options.ts";

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
    "Each says more with --help.",
    "",
    ...commonHelp()
  ].join("\n");
}

/** plumbline <command> --help */
export function commandHelp({name, summary, usage = "[options]", options = {}}: Command): string {
  const own = Object.keys(options).length === 0 ? [] : ["", "Its own options:", ...optionLines(options)];
  return [`Usage: plumbline ${name} ${usage}`, "", summary, ...own, "", ...commonHelp()].join("\n");
}

function commonHelp(): string[] {
  return [
    "Options:",
    ...optionLines(commonOptions),
    "",
    "Settings, each also in plumbline.yaml, where lists and tables are set too:",
    ...optionLines(settingOptions),
    "",
    exitCodeHelp
  ];
}

function optionLines(options: Options): string[] {
  const entries = Object.entries(options).map(([name, {value, text}]) => [`--${name} ${value ?? ""}`.trim(), text]);
  const width = Math.max(...entries.map(([name = ""]) => name.length));
  return entries.map(([name = "", text]) => `  ${name.padEnd(width)}  ${text}`);
}
