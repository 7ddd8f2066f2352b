import type {Command} from "./command.ts";
import {config} from "./config.ts";
import {demo} from "./demo.ts";
import {diff} from "./diff.ts";
import {doctor} from "./doctor.ts";
import {explain} from "./explain.ts";
import {exportCommand} from "./export.ts";
import {plan} from "./plan.ts";
import {quarantine} from "./quarantine.ts";
import {run, stepCommands} from "./run.ts";
import {verify} from "./verify.ts";

export type {Command} from "./command.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  run,
  ...stepCommands,
  quarantine,
  explain,
  exportCommand,
  diff,
  verify,
  plan,
  demo,
  config,
  doctor
];
