/** An option of a command: with a value, which help calls by this name, or without one. */
export interface Option {
  readonly value?: string;
  readonly text: string;
}

export type Options = Readonly<Record<string, Option>>;

/** Options that every command understands. */
export const commonOptions: Options = {
  config: {value: "FILE", text: "settings of the organisation (default plumbline.yaml, if there is one)"},
  deliveries: {value: "DIR", text: "folder with one sub-folder per delivery (default deliveries)"},
  warehouse: {value: "DIR", text: "embedded warehouse and archive of deliveries (default data/warehouse)"},
  out: {value: "DIR", text: "where releases are published (default data/published)"},
  until: {value: "STEP", text: "stop after a step: migrate ingest build measure check publish dashboard"},
  "as-known-on": {value: "DATE", text: "what would have been published then, beside the nightly release"},
  "allow-shrink": {text: "load full deliveries with less than half the rows known before"},
  "warn-as-error": {text: "end with 1 on any warning of a check"},
  quiet: {text: "no progress"},
  json: {text: "results for machines, on stdout"},
  help: {text: "this text"}
};

/** Options of every command that builds the dashboard. */
export const siteOptions: Options = {
  site: {value: "DIR", text: "where the dashboard's site is built (default dist)"},
  "single-file": {text: "the dashboard also as one file beside its site (dist.html), to send by e-mail"}
};

/** The options as parseArgs wants them. */
export function typesOf(options: Options): Record<string, {type: "string" | "boolean"}> {
  const types = Object.entries(options).map(
    ([name, {value}]) => [name, {type: value === undefined ? "boolean" : "string"}] as const
  );
  return Object.fromEntries(types);
}
