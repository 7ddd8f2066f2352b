import {isOverUnits, type UnitMeasure} from "../../../src/measures/measure.ts";
import {type SuccessDefinition, successPopulation} from "../../../src/measures/success.ts";
import {Notes} from "./notes.ts";
import {escaped, type Place, placeOf} from "./places.ts";
import {readCurves} from "./read_curves.ts";
import {byId, counted, countedBy, someOf, type Who, who} from "./who.ts";

type Row = Readonly<Record<string, string>>;
/** The rows of a published table, by name without ".csv". */
export type TableOf = (name: string) => readonly Row[];

/** Everything that published files say of how many people (or sessions) there are. */
export function readFiles(table: TableOf): Notes {
  const notes = new Notes();
  for (const row of table("results")) readResult(notes, row);
  for (const row of table("ladder")) readStep(notes, row);
  for (const row of table("missing")) readPanel(notes, row);
  for (const row of table("success")) readSuccess(notes, row);
  for (const row of table("reached")) readReached(notes, row);
  for (const row of table("trajectory")) readWeek(notes, row);
  readCurves(notes, table("curves"));
  return notes;
}

function readResult(notes: Notes, row: Row): void {
  const measure = byId.get(row.measure ?? "");
  if (measure === undefined) throw new Error(`${row.measure}: no such measure`);
  const {units, denominator, numerator} = countedBy(measure);
  const place = placeOf(row);
  const isExit = measure.kind === "cumulative_incidence";
  // what waits for time to pass has counted nobody yet, but for exits, which count everyone from the first day
  const nobody = row.status === "immature" && !isExit ? 0 : null;
  for (const one of [units, denominator, ...(numerator === null ? [] : [numerator])]) notes.isComplete(one, place);
  notes.write(units, place, numberIn(row.units) ?? nobody);
  notes.write(denominator, place, numberIn(row.denominator) ?? nobody);
  if (numerator === null) return;
  const exits = numberIn(row.value) === null ? null : whole(Number(row.value) * Number(row.units));
  notes.write(numerator, place, (isExit ? exits : numberIn(row.numerator)) ?? nobody);
  const others = withoutThose(denominator, numerator);
  notes.isComplete(others, place);
  notes.addUp(denominator, [numerator, others], place);
}

function withoutThose({kind, conditions}: Who, some: Who): Who {
  const more = [...some.conditions].filter((one) => !conditions.has(one)).sort();
  return who(kind, [...conditions, `not (${more.join(" & ")})`]);
}

function readStep(notes: Notes, row: Row): void {
  const {measure: id = "", step = ""} = row;
  const measure = byId.get(id);
  if (measure === undefined || !isOverUnits(measure)) throw new Error(`${id}: a ladder of no measure over units`);
  notes.write(whoOnStep(measure, step), placeOf(row), numberIn(row.count));
}

function whoOnStep(measure: UnitMeasure, step: string): Who {
  const steps: readonly string[] = measure.counted;
  if (step === "referred") return who("referral received_on", []);
  const {quarter, of_these} = measure;
  if ((of_these as readonly string[]).includes(step)) return counted(measure, [step]);
  if (step === "is_quarter_closed") return counted(measure, [], quarter?.cohort);
  const upTo = steps.slice(0, steps.indexOf(step) + 1);
  const isBeforeClosing = quarter !== undefined && (quarter.cohort as readonly string[]).includes(step);
  return isBeforeClosing ? someOf(measure, upTo) : counted(measure, [], upTo);
}

/** Those measured, and of them those who achieved a share. Whom the row speaks for may be those of a step above. */
function readPanel(notes: Notes, row: Row): void {
  if (row.assumption !== "observed") return;
  const measure = byId.get(row.measure ?? "");
  if (measure === undefined || !isOverUnits(measure)) throw new Error(`${row.measure}: a panel of no measure`);
  const all: readonly string[] = measure.counted;
  const measured: readonly string[] = measure.measured ?? [];
  const withScore = counted(
    measure,
    measured,
    all.filter((one) => !measured.includes(one))
  );
  const count = numberIn(row.measured);
  notes.write(withScore, placeOf(row), count);
  if (measure.kind !== "proportion") return;
  const achieved = row.value === "" || count === null ? null : whole(Number(row.value) * count);
  notes.write(
    someOf(
      measure,
      [...withScore.conditions].filter((one) => !one.startsWith("closed")),
      [
        ...[...withScore.conditions].filter((one) => one.startsWith("closed")),
        ...[...counted(measure, measure.numerator).conditions]
      ]
    ),
    placeOf(row),
    achieved
  );
}

const flags: Readonly<Record<SuccessDefinition, string>> = {
  effect: "has an effect of 0.8",
  response: "is_response",
  reliable_improvement: "is_reliably_improved",
  remission: "is_remission"
};

function readSuccess(notes: Notes, row: Row): void {
  const of = {grain: "score", period_by: "discharged_on", instrument: row.instrument ?? ""} as const;
  notes.write(someOf(of, successPopulation), placeOf(row), numberIn(row.denominator));
  const succeeded = someOf(of, [...successPopulation, flags[row.definition as SuccessDefinition]]);
  notes.write(succeeded, placeOf(row), numberIn(row.numerator));
}

const scores: Readonly<Record<string, string>> = {
  phq9_baseline: "phq9 has_baseline",
  phq9_last: "phq9 has_pair",
  phq9_change: "phq9 has_pair"
};

function readReached(notes: Notes, row: Row): void {
  const measure = byId.get("followup_retention");
  if (measure?.kind !== "proportion") throw new Error("no six-month follow-up");
  const [reached_units, others_units] = [numberIn(row.reached_units), numberIn(row.not_reached_units)];
  const write = (place: Place, more: readonly string[], reached: number | null, others: number | null) => {
    notes.write(counted(measure, more), place, reached === null || others === null ? null : reached + others);
    notes.write(counted(measure, [...measure.numerator, ...more]), place, reached);
  };
  const place = placeOf(row);
  const {characteristic = "", level = "", unit} = row;
  if (unit === "points") write(place, [scores[characteristic] ?? ""], reached_units, others_units);
  else if (reached_units === null || others_units === null)
    write(levelOf(place, characteristic, level), [], null, null);
  else {
    write(place, [], reached_units, others_units);
    const [reached, others] = [Number(row.reached) * reached_units, Number(row.not_reached) * others_units];
    write(levelOf(place, characteristic, level), [], Math.round(reached), Math.round(others));
  }
}

function levelOf(place: Place, characteristic: string, level: string): Place {
  if (place.breakdown === "all") return {...place, breakdown: characteristic, group: level};
  const group = `${escaped(place.group)}+${escaped(level)}`;
  return {...place, breakdown: `${place.breakdown}+${characteristic}`, group};
}

function readWeek(notes: Notes, row: Row): void {
  notes.write(who(`${row.instrument} in week ${row.week}`, []), placeOf(row), numberIn(row.units));
}

/** A cell of a table: null where it is empty. */
export function numberIn(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Number(cell);
}

/** A product that should be a whole number; null where it is none. */
function whole(product: number): number | null {
  return Math.abs(product - Math.round(product)) < 1e-9 ? Math.round(product) : null;
}
