import {isOverUnits, type Measure} from "../../../src/measures/measure.ts";
import type {Published} from "./releases.ts";
import {equationsOf, type Fact, nameOf, type Place, type Sums} from "./sums.ts";

/** What the rows of a release say, and what everybody knows of how they add up. Counts are named `set@place`. */
export interface Facts extends Sums {
  readonly told: ReadonlyMap<string, number>;
}

type Row = Readonly<Record<string, string>> & Place;

/** What the handbook says: who is one is the other too. */
const handbook: readonly (readonly [string, readonly string[]])[] = [
  ["is_completed", ["is_completed_or_transferred"]],
  ["is_completed_or_transferred", ["is_discharged"]],
  ["has_pair", ["has_baseline"]],
  ["was_elevated", ["has_baseline"]],
  ["is_reliably_improved", ["has_pair"]],
  ["is_response", ["has_pair"]]
];

/** The facts of a release; what bears an older date is no fact of it. */
export function factsOf({as_of, tables}: Published, measures: readonly Measure[]): Facts {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const rows = (table: string) => (tables[table] ?? []) as readonly Row[];
  const results = rows("results");
  const held = new Set(results.filter((row) => row.units !== "" && row.as_of !== as_of).map(figureKey));
  const known = (row: Row, facts: readonly Fact[]) =>
    held.has(figureKey(row)) ? facts.map((fact) => ({...fact, count: null})) : facts;
  const figures = results.flatMap((row) => known(row, ofResult(byId.get(row.measure ?? ""), row)));
  const facts: Fact[] = [
    ...figures,
    ...rows("ladder").flatMap((row) => known(row, ofStep(byId.get(row.measure ?? ""), row))),
    ...rows("missing").flatMap((row) => known(row, ofPanel(byId.get(row.measure ?? ""), row))),
    ...rows("comparison")
      .filter((row) => !held.has(figureKey(row)) && !held.has(figureKey({...row, breakdown: "all", group: ""})))
      .flatMap((row) => ofRest(byId.get(row.measure ?? ""), row)),
    ...rows("curves")
      .filter((row) => !held.has(figureKey(row)))
      .flatMap((row, index, all) => ofCurve(byId.get(row.measure ?? ""), row, all[index + 1]))
  ];
  const {told} = tellingOf(facts);
  const {equations, isAbsent} = equationsOf(facts, figures);
  for (const {whole, parts} of equations) for (const name of [whole, ...parts]) if (isAbsent(name)) told.set(name, 0);
  return {told, equations, isAbsent};
}

function figureKey({measure, breakdown, group, period_type, period}: Row): string {
  return [measure, breakdown, group, period_type, period].join("|");
}

function tellingOf(facts: readonly Fact[]): {readonly told: Map<string, number>} {
  const told = new Map<string, number>();
  for (const {set, place, count} of facts) {
    if (count === null) continue;
    const name = nameOf(set, place);
    if (told.has(name) && told.get(name) !== count) throw new Error(`${name}: told as ${told.get(name)} and ${count}`);
    told.set(name, count);
  }
  return {told};
}

/** Whom conditions hold for, by the date that places them. */
function setOf(measure: Measure, conditions: readonly string[]): string {
  if (!isOverUnits(measure)) return `${measure.grain}: ${conditions.join(" & ")}`;
  const all = new Set(conditions);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const [one, others] of handbook) if (all.has(one)) for (const other of others) all.add(other);
  }
  return `${measure.period_by}: ${[...all].sort().join(" & ")}`;
}

function ofResult(measure: Measure | undefined, row: Row): Fact[] {
  if (measure === undefined) return [];
  if (!isOverUnits(measure)) {
    const both = [measure.denominator, measure.numerator];
    return [
      {set: `${measure.grain} by episode: ${measure.denominator}`, place: row, count: countIn(row.units)},
      {set: setOf(measure, [measure.denominator]), place: row, count: countIn(row.denominator)},
      {set: setOf(measure, both), place: row, count: countIn(row.numerator)}
    ];
  }
  const units = {set: setOf(measure, measure.counted), place: row, count: countIn(row.units)};
  if (measure.kind !== "proportion") return [units];
  return [
    units,
    {set: setOf(measure, [...measure.counted, ...measure.numerator]), place: row, count: countIn(row.numerator)}
  ];
}

/** Null where a cell is empty. */
function countIn(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Number(cell);
}

function ofStep(measure: Measure | undefined, row: Row): Fact[] {
  if (measure === undefined || !isOverUnits(measure) || row.step === "referred") return [];
  const counted = measure.counted as readonly string[];
  const {step = ""} = row;
  const upTo = counted.includes(step) ? counted.slice(0, counted.indexOf(step) + 1) : [];
  const conditions = step === "is_admitted" ? [] : counted.includes(step) ? upTo : [...counted, step];
  return [{set: setOf(measure, conditions), place: row, count: countIn(row.count)}];
}

/** Those measured. Whom the row speaks for may be those of a step above, which the ladder tells. */
function ofPanel(measure: Measure | undefined, row: Row): Fact[] {
  if (measure === undefined || !isOverUnits(measure)) return [];
  return [{set: setOf(measure, measure.counted), place: row, count: countIn(row.measured)}];
}

/** The rest and the group are everyone. */
function ofRest(measure: Measure | undefined, row: Row): Fact[] {
  if (measure === undefined || row.units === "" || row.rest_units === "") return [];
  const set = isOverUnits(measure)
    ? setOf(measure, measure.counted)
    : `${measure.grain} by episode: ${measure.denominator}`;
  const place = {breakdown: "all", group: "", period_type: row.period_type, period: row.period};
  return [{set, place, count: Number(row.units) + Number(row.rest_units)}];
}

/** A step says how many have left by its day (since the last step), and the next one how many were still there. */
function ofCurve(measure: Measure | undefined, row: Row, next: Row | undefined): Fact[] {
  if (measure === undefined || !isOverUnits(measure)) return [];
  const own = setOf(measure, measure.counted);
  const same = next !== undefined && figureKey(next) === figureKey(row) && next.curve === row.curve;
  const still = same
    ? [{set: `${own} & still there after day ${row.time}`, place: row, count: Number(next.at_risk)}]
    : [];
  return [...still];
}
