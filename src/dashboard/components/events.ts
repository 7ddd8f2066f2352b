import type {Annotation, Catalogue} from "../catalogue.ts";
import type {RowOf} from "../published.ts";
import type {View} from "../view.ts";
import {formatPeriod} from "./format.ts";
import type {Point} from "./periods.ts";
import {groupLabel} from "./words.ts";

/** Events on a time chart: a letter for each period that has one, and a sentence for each event. */
export interface EventMarks {
  readonly letters: ReadonlyMap<string, string>;
  readonly words: readonly string[];
}

/** The organisation's dated events that concern those whom the view shows, within the periods of a chart. */
export function eventMarks(
  catalogue: Catalogue,
  view: View,
  points: readonly Point[],
  judged: readonly RowOf<"spc">[]
): EventMarks {
  const byPeriod = Map.groupBy(
    catalogue.annotations.filter((event) => concerns(catalogue, event, view)),
    ({on}) => points.find(({period}) => period === monthOf(on) || period === quarterOf(on))?.period ?? ""
  );
  byPeriod.delete("");
  const periods = points.map(({period}) => period).filter((period) => byPeriod.has(period));
  const letters = new Map(periods.map((period, index) => [period, letterOf(index)]));
  const words = periods.flatMap((period) => {
    const started = judged.find((row) => row.period === period)?.event ?? "";
    return (byPeriod.get(period) ?? []).map((event) =>
      eventWords(catalogue, event, letters.get(period) ?? "", started)
    );
  });
  return {letters, words};
}

/** A, B … Z, AA, AB …: no number, which would read as a rank. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

/** An event concerns everyone's chart always, a program's and a site's where it names them or nobody. */
function concerns({programs: known}: Catalogue, {programs}: Annotation, {breakdown, group}: View): boolean {
  if (programs.length === 0 || breakdown === "all") return true;
  if (breakdown === "program") return programs.includes(group);
  return breakdown === "site" && known.some((program) => program.site === group && programs.includes(program.group));
}

function eventWords(catalogue: Catalogue, {on, what, programs}: Annotation, letter: string, started: string): string {
  const where = programs.map((group) => groupLabel(catalogue, "program", group)).join(", ");
  const anew = started.includes(what) ? " Average and limits start anew here." : "";
  return `${letter}, ${dayInWords(on)}${where === "" ? "" : ` (${where})`}: ${what}.${anew}`;
}

function dayInWords(date: string): string {
  return `${Number(date.slice(8))} ${formatPeriod(date.slice(0, 7))}`;
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
