import {UserError} from "../../errors.ts";
import type {Field, Table, Value} from "../table.ts";
import {coarsenField} from "./coarsen_field.ts";
import type {Cohort} from "./cohort.ts";
import {entropyOf} from "./diversity.ts";
import {type EquivalenceClass, joinClasses} from "./equivalence_classes.ts";
import type {Demand, Step} from "./options.ts";
import {fieldNamed} from "./read_demand.ts";
import {valuesOf} from "./take_step.ts";

/** Steps on a column that could be declared, and how much of its column it loses, in nats of what is known of a person. */
interface Candidate {
  readonly steps: readonly Step[];
  readonly place: number;
  readonly value: (value: Value) => Value;
  readonly loss: number;
}

/** What is tried of a column of numbers, by its unit: nothing for codes that are numbers by chance, such as postal codes. */
const tried = {
  years: ["60+", "80+", "5-year", "10-year", "10-year 60+", "10-year 80+", "20-year", "20-year 60+"],
  days: ["14-day", "28-day", "56-day"],
  none: ["2-year", "5-year"]
};

/** The steps that would be enough and lose little, in the order in which they help; null where none are. */
export function stepsThatSuffice(
  cohort: Cohort,
  classes: readonly EquivalenceClass[],
  demand: Demand,
  peopleBelow: (classes: readonly EquivalenceClass[]) => number
): Step[] | null {
  const candidates = demand.quasi_identifiers.map((name, place) => candidatesFor(name, place, cohort.tables, classes));
  let chosen: readonly (Candidate | null)[] = candidates.map(() => null);
  const belowAfter = (plan: readonly (Candidate | null)[]) => peopleBelow(joined(classes, plan));
  const order: number[] = [];
  for (let below = peopleBelow(classes); below > 0; below = belowAfter(chosen)) {
    const tries = candidates.flatMap((own, place) =>
      own
        .filter(({loss}) => loss > (chosen[place]?.loss ?? 0))
        .map((candidate) => {
          const plan = chosen.with(place, candidate);
          const gain = below - belowAfter(plan);
          return {plan, place, gain, worth: gain / (candidate.loss - (chosen[place]?.loss ?? 0))};
        })
    );
    const best = tries.reduce<(typeof tries)[number] | null>((a, b) => (a === null || b.worth > a.worth ? b : a), null);
    if (best === null) return null;
    chosen = best.plan;
    order.push(best.place);
  }
  for (const place of order) {
    const fewer = chosen.with(place, null);
    if (belowAfter(fewer) === 0) chosen = fewer;
  }
  return [...new Set(order)].flatMap((place) => chosen[place]?.steps ?? []);
}

/** The quasi-identifier without which fewest people would be in classes too small, and how many these are. */
export function costliest(
  classes: readonly EquivalenceClass[],
  demand: Demand,
  peopleBelow: (classes: readonly EquivalenceClass[]) => number
): {readonly field: string; readonly below: number} | null {
  const tries = demand.quasi_identifiers.map((field, place) => ({
    field,
    below: peopleBelow(joinClasses(classes, {place, value: () => null}))
  }));
  return tries.reduce<(typeof tries)[number] | null>((a, b) => (a === null || b.below < a.below ? b : a), null);
}

function joined(
  classes: readonly EquivalenceClass[],
  plan: readonly (Candidate | null)[]
): readonly EquivalenceClass[] {
  return plan.reduce((now, candidate) => (candidate === null ? now : joinClasses(now, candidate)), classes);
}

function candidatesFor(
  name: string,
  place: number,
  tables: readonly Table[],
  classes: readonly EquivalenceClass[]
): Candidate[] {
  const field = fieldNamed(name, tables, "quasi_identifiers");
  const values = valuesOf(name, tables);
  const full = entropyOf(peopleBy(classes, place, (value) => value));
  return triedOf(field).flatMap((steps) => {
    const value = fitting(() => valueAfter(steps, field, values));
    if (value === null) return [];
    const loss = full - entropyOf(peopleBy(classes, place, value));
    return loss > 1e-9 ? [{steps, place, value, loss}] : [];
  });
}

function valueAfter(steps: readonly Step[], field: Field, values: readonly Value[]): (value: Value) => Value {
  const [step, ...others] = steps;
  if (step === undefined) return (value) => value;
  const coarser = coarsenField(field, values, step, "");
  const rest = valueAfter(others, coarser.field, values.map(coarser.value));
  return (value) => rest(coarser.value(value));
}

function triedOf({name, type, unit}: Field): Step[][] {
  const kind = unit?.includes("day") ? "days" : unit?.includes("year") ? "years" : "none";
  const bands = type === "string" && unit === null ? [] : tried[kind];
  return [...bands, "none"].map((words) => words.split(" ").map((to) => ({field: name, to})));
}

/** Null for a step that does not fit the column. */
function fitting<Result>(attempt: () => Result): Result | null {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function peopleBy(classes: readonly EquivalenceClass[], place: number, value: (value: Value) => Value) {
  const counts = new Map<string, number>();
  for (const {tuples, members} of classes)
    for (const tuple of tuples) {
      const key = JSON.stringify(value(tuple[place] ?? null));
      counts.set(key, (counts.get(key) ?? 0) + members.size);
    }
  return counts;
}
