import {relative} from "node:path";
import {headline} from "../src/measures/index.ts";
import type {Release} from "../src/publish/publish.ts";
import type {Result} from "../src/publish/result.ts";
import type {Refusal} from "../src/sources/ingest.ts";
import {figureInWords, labelOf} from "./figure_in_words.ts";
import type {Findings} from "./steps/pipeline.ts";

/** What a run did, for people: refusals, warnings, the five headline figures with intervals, and where to look, seen from a directory. */
export function summary(findings: Findings, directory: string): string {
  const {ingested, warnings, release, dashboard, single_file, horizon} = findings;
  const parts = [
    ...(ingested?.refused ?? []).map(refusalInWords),
    ...warnings.map((warning) => `Warning    ${warning}`),
    ...(release === null ? [] : [headlines(release.results, horizon?.as_of ?? release.name.slice(0, 10))]),
    ...(release?.audited ? [auditInWords(release.audited)] : []),
    ...(release === null ? [] : [`Results    ${relative(directory, release.folder)}`]),
    ...(dashboard === null ? [] : [`Dashboard  ${dashboard} (open it with: npm run serve)`]),
    ...(single_file === null ? [] : [singleFileInWords(single_file)])
  ];
  return parts.join("\n");
}

function singleFileInWords({path, bytes}: NonNullable<Findings["single_file"]>): string {
  return `One file   ${path} (${(bytes / 1e6).toFixed(1)} MB, the whole dashboard: opens from a disk or an e-mail)`;
}

function refusalInWords({message, hint}: Refusal): string {
  return `Refused    ${message}${hint === "" ? "" : `\n           hint: ${hint}`}`;
}

function auditInWords({tables, programs, rows_hidden}: NonNullable<Release["audited"]>): string {
  return `Audit      ${programs} linear programs over ${tables} tables of counts; ${rows_hidden} more rows are hidden for what they found`;
}

function headlines(results: readonly Result[], as_of: string): string {
  const rows = headline.map((id) => headlineLine(id, results));
  return ["", `All programs, all time, data as of ${as_of}:`, ...rows, ""].join("\n");
}

function headlineLine(id: string, results: readonly Result[]): string {
  const row = results.find(
    ({measure, breakdown, period_type}) => measure === id && breakdown === "all" && period_type === "all"
  );
  return `  ${labelOf(id).padEnd(24)} ${row === undefined ? "nobody is counted in it" : figureInWords(row)}`;
}
