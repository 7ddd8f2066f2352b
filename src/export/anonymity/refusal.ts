import {isSmall} from "../../disclosure/primary.ts";
import {UserError} from "../../errors.ts";
import {type Cohort, placeOf} from "./cohort.ts";
import {isDiverse} from "./diversity.ts";
import {classesOf, type EquivalenceClass} from "./equivalence_classes.ts";
import {type Demand, stepInWords} from "./options.ts";
import {isSafe, shareOf} from "./safe_classes.ts";
import {takeStep} from "./take_step.ts";
import {costliest, stepsThatSuffice} from "./what_to_generalise.ts";

/**
 * Why the rows do not leave: how many people are in classes too small, or told something sensitive, and what would help. Counts
 * of 1 to 10 are told as such, and no class is named.
 */
export function refusal(cohort: Cohort, classes: readonly EquivalenceClass[], demand: Demand): UserError {
  const {k, l, quasi_identifiers, sensitive} = demand;
  const small = classes.filter(({persons}) => persons.size < k);
  const found = small.length === 0 ? [] : [`${inWords(small)} in ${manyClasses(small.length)} with fewer than ${k}`];
  for (const [index, field] of sensitive.entries()) {
    const told = classes.filter((own) => own.persons.size >= k && !isDiverse(own, index, field, l));
    if (told.length > 0) found.push(`${inWords(told)} in ${manyClasses(told.length)} that tell ${field.field}`);
  }
  const asked = [
    quasi_identifiers.length === 0
      ? `${k} people or more`
      : `${k} people or more alike in ${quasi_identifiers.join(", ")}`,
    ...(sensitive.length === 0
      ? []
      : [`${l} values or more of ${sensitive.map(({field}) => field).join(", ")} among them`])
  ];
  return new UserError("disclosure", `rows: expected ${asked.join(" with ")}, found ${found.join("; ")}`, {
    hint: hintFor(cohort, classes, demand)
  });
}

function hintFor(cohort: Cohort, classes: readonly EquivalenceClass[], demand: Demand): string {
  const below = (some: readonly EquivalenceClass[]) => peopleIn(some.filter((own) => !isSafe(own, demand)));
  const clauses: string[] = [];
  const steps = stepsThatSuffice(cohort, classes, demand, below);
  if (steps === null) clauses.push(whenNothingHelps(classes, demand));
  else clauses.push(`add to generalise: ${steps.map(stepInWords).join(", ")}`);
  const costs = costliest(classes, demand, below);
  if (costs !== null && steps !== null && demand.quasi_identifiers.length > 1)
    clauses.push(`${costs.field} costs most: without it ${people(costs.below)} would be left in such classes`);
  const unlinked = cohort.person_of === null ? withoutLinks(cohort, demand) : null;
  if (unlinked !== null && below(unlinked) < below(classes))
    clauses.push(
      `with ${stepInWords({field: demand.person, to: "unlinked"})}, which tells no more which episodes are of one person, ${people(below(unlinked))} would be`
    );
  const unsafe = classes.filter((own) => !isSafe(own, demand));
  if (shareOf(unsafe, classes) <= 0.1) clauses.push("or leave these people out, with suppress_up_to: 0.1 or less");
  return clauses.join("; ");
}

function whenNothingHelps(classes: readonly EquivalenceClass[], {k}: Demand): string {
  return peopleIn(classes) < k
    ? "no step helps, since the cohort itself is too small: widen it"
    : "no step on a quasi-identifier is enough: leave the sensitive column out, or name the values of it that harm";
}

/** The classes if episodes were not linked; null where a table does not say of which episode its rows are. */
function withoutLinks(cohort: Cohort, demand: Demand): EquivalenceClass[] | null {
  if (cohort.tables.some((table) => placeOf(demand.episode, table) < 0)) return null;
  return classesOf(takeStep(cohort, {field: demand.person, to: "unlinked"}, demand, ""), demand);
}

function peopleIn(classes: readonly EquivalenceClass[]): number {
  return new Set(classes.flatMap(({persons}) => [...persons.keys()])).size;
}

function inWords(classes: readonly EquivalenceClass[]): string {
  return people(peopleIn(classes));
}

function people(count: number): string {
  if (count === 0) return "nobody";
  return isSmall(count) ? "1 to 10 people" : `${count} people`;
}

function manyClasses(count: number): string {
  return isSmall(count) ? "fewer than 11 classes" : `${count} classes`;
}
