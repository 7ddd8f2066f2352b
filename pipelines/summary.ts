import {relative} from "node:path";
import {headline, measures} from "../src/measures/index.ts";
import type {Result} from "../src/publish/result.ts";
import {statusLabels} from "../src/publish/statuses.ts";
import type {Refusal} from "../src/sources/ingest.ts";
import type {Findings} from "./steps/pipeline.ts";

/** What a run did, for people: refusals, the five headline figures with intervals, and where to look, seen from a directory. */
export function summary(findings: Findings, directory: string): string {
  const {ingested, release, dashboard, horizon} = findings;
  const parts = [
    ...(ingested?.refused ?? []).map(refusalInWords),
    ...(release === null ? [] : [headlines(release.results, horizon?.as_of ?? release.name.slice(0, 10))]),
    ...(release === null ? [] : [`Results    ${relative(directory, release.folder)}`]),
    ...(dashboard === null ? [] : [`Dashboard  ${dashboard} (open it with: npm run serve)`])
  ];
  return parts.join("\n");
}

function refusalInWords({message, hint}: Refusal): string {
  return `Refused    ${message}${hint === "" ? "" : `\n           hint: ${hint}`}`;
}

function headlines(results: readonly Result[], as_of: string): string {
  const rows = headline.map((id) => headlineLine(id, results));
  return ["", `All programs, all time, data as of ${as_of}:`, ...rows, ""].join("\n");
}

function headlineLine(id: string, results: readonly Result[]): string {
  const label = measures.find((measure) => measure.id === id)?.label ?? id;
  const row = results.find(
    ({measure, breakdown, period_type}) => measure === id && breakdown === "all" && period_type === "all"
  );
  return `  ${label.padEnd(24)} ${row === undefined ? "nobody is counted in it" : figureInWords(row)}`;
}

/** 61.2 % (57.0 to 65.3), 312 of 510 */
function figureInWords(row: Result): string {
  const {value, lower, upper, numerator, denominator, status, unit} = row;
  if (value === null) return statusLabels.find(({id}) => id === status)?.label ?? status;
  const interval = lower === null || upper === null ? "" : ` (${show(lower, unit)} to ${show(upper, unit)})`;
  const of = numerator === null ? `n = ${denominator}` : `${numerator} of ${denominator}`;
  return `${show(value, unit)}${unit === "share" ? " %" : ` ${unit}`}${interval}, ${of}`;
}

function show(value: number, unit: string): string {
  if (unit === "share") return (100 * value).toFixed(1);
  return value.toFixed(unit === "sd" ? 2 : 1);
}
