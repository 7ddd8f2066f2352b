import type {ParseArgsConfig} from "node:util";

export type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options that every command understands. */
export const commonOptions = {
  config: {type: "string"},
  deliveries: {type: "string"},
  warehouse: {type: "string"},
  out: {type: "string"},
  until: {type: "string"},
  "as-known-on": {type: "string"},
  "allow-shrink": {type: "boolean"},
  "warn-as-error": {type: "boolean"},
  quiet: {type: "boolean"},
  json: {type: "boolean"},
  help: {type: "boolean"}
} as const satisfies Options;

/** What each says in --help. */
export const optionHelp: Readonly<Record<string, string>> = {
  config: "FILE  settings of the organisation (default plumbline.yaml, if there is one)",
  deliveries: "DIR   folder with one sub-folder per delivery (default deliveries)",
  warehouse: "DIR   embedded warehouse and archive of deliveries (default data/warehouse)",
  out: "DIR   where releases are published (default data/published)",
  until: "STEP  stop after a step: migrate ingest build measure check publish dashboard",
  "as-known-on": "DATE  what would have been published then, beside the nightly release",
  "allow-shrink": "      load full deliveries with less than half the rows known before",
  "warn-as-error": "      end with 1 on any warning of a check",
  quiet: "      no progress",
  json: "      results for machines, on stdout",
  help: "      this text"
};
