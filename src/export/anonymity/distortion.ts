import {isSmall} from "../../disclosure/primary.ts";
import type {Field, Table, Value} from "../table.ts";
import type {AnonymityReport, MovedFigure} from "./anonymity_report.ts";
import {roundUp} from "./coarse_share.ts";
import {type Cohort, placeOf} from "./cohort.ts";

/** What adds up to one headline figure of one table. */
interface Tally {
  readonly figure: Pick<MovedFigure, "table" | "field" | "of" | "level" | "kind">;
  n: number;
  sum: number;
  squares: number;
  /** People with a value; of a share, those with the level and those with another one. */
  readonly people: Set<Value>;
  readonly having: Set<Value>;
  readonly lacking: Set<Value>;
}

/**
 * How far headline figures moved: means of numbers and shares of codes of all columns that are neither keys nor quasi-identifiers
 * nor sensitive; of long tables, apart for each code of the primary key. A figure over 1 to 10 people is left out, and so is the
 * figure before where it and the one after would differ by 1 to 10 people.
 */
export function distortionOf(before: Cohort, after: Cohort, person: string): AnonymityReport["distortion"] {
  const earlier = new Map(before.tables.flatMap((table) => [...talliesOf(table, before, person)]));
  const figures = after.tables.flatMap((table) =>
    [...talliesOf(table, after, person)].flatMap(([key, tally]) => {
      const old = earlier.get(key);
      return old === undefined || !isShown(tally) || !isShown(old) ? [] : [movedFrom(old, tally)];
    })
  );
  const largest = (sizeOf: (figure: MovedFigure) => number) =>
    figures.reduce<MovedFigure | null>(
      (most, own) => (sizeOf(own) > (most === null ? 0 : sizeOf(most)) ? own : most),
      null
    );
  return {
    figures,
    largest_difference: largest(({difference}) => Math.abs(difference ?? 0)),
    largest_in_sd: largest(({moved_by_sd}) => moved_by_sd ?? 0)
  };
}

function talliesOf(table: Table, {person_of}: Cohort, person: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const who = placeOf(person, table);
  const strata = table.fields.filter(({name, levels}) => levels !== null && table.primary_key.includes(name));
  const columns = headlineColumns(table);
  for (const row of table.rows) {
    const id = row[who] ?? null;
    const owner = person_of?.get(id) ?? id;
    const of = strata.map(({name}) => `${name} ${row[placeOf(name, table)]}`).join(", ");
    for (const {field, place, levels} of columns) {
      const value = row[place] ?? null;
      if (value === null) continue;
      for (const level of levels) {
        const figure = {
          table: table.name,
          field: field.name,
          of,
          level,
          kind: level === null ? "mean" : "share"
        } as const;
        const key = JSON.stringify(figure);
        const tally = tallies.get(key) ?? empty(figure);
        tallies.set(key, tally);
        add(tally, level === null ? Number(value) : Number(String(value) === level), owner);
      }
    }
  }
  return tallies;
}

/** Columns with the codes whose shares are taken; null stands for the mean. */
function headlineColumns(table: Table): {field: Field; place: number; levels: readonly (string | null)[]}[] {
  const reasons = new Set(table.fields.map(({missing_reason}) => missing_reason));
  return table.fields.flatMap((field, place) => {
    if (field.sensitivity !== "none" || reasons.has(field.name) || table.primary_key.includes(field.name)) return [];
    if (field.levels !== null) return [{field, place, levels: field.levels.map(({code}) => String(code))}];
    if (field.type === "string") return [];
    const isBinary = table.rows.every((row) => row[place] === null || row[place] === 0 || row[place] === 1);
    return [{field, place, levels: [isBinary ? "1" : null]}];
  });
}

function empty(figure: Tally["figure"]): Tally {
  return {figure, n: 0, sum: 0, squares: 0, people: new Set(), having: new Set(), lacking: new Set()};
}

function add(tally: Tally, value: number, owner: Value): void {
  tally.n += 1;
  tally.sum += value;
  tally.squares += value * value;
  tally.people.add(owner);
  if (tally.figure.kind === "share") (value === 1 ? tally.having : tally.lacking).add(owner);
}

function isShown({people, having, lacking}: Tally): boolean {
  return ![people, having, lacking].some(({size}) => isSmall(size));
}

function movedFrom(old: Tally, now: Tally): MovedFigure {
  const [earlier, later] = [old.sum / old.n, now.sum / now.n];
  const variance = Math.max(0, old.squares / old.n - earlier * earlier);
  const isTold = (["people", "having", "lacking"] as const).some((who) => isSmall(old[who].size - now[who].size));
  const moved = Math.abs(later - earlier);
  return {
    ...now.figure,
    before: isTold ? null : rounded(earlier),
    after: rounded(later),
    difference: isTold ? null : rounded(later - earlier),
    moved_by_sd: moved < 1e-12 || variance < 1e-12 ? 0 : roundUp(moved / Math.sqrt(variance), 0.05)
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
