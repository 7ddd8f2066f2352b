import {isSmall} from "../../disclosure/primary.ts";
import type {Table} from "../table.ts";
import type {AnonymityReport} from "./anonymity_report.ts";
import type {Cohort} from "./cohort.ts";
import {distortionOf} from "./distortion.ts";
import {diversityOf} from "./diversity.ts";
import type {EquivalenceClass} from "./equivalence_classes.ts";
import {type Demand, stepInWords} from "./options.ts";
import {isSafe} from "./safe_classes.ts";
import {valuesOf} from "./take_step.ts";
import {tellings} from "./told_by_others.ts";
import {uniquenessOf} from "./uniqueness.ts";

/** Everything that was done, in the order in which it was done. */
interface Done {
  readonly before: readonly Table[];
  readonly after: Cohort;
  /** Of all rows, before people were left out. */
  readonly classes: readonly EquivalenceClass[];
  /** How many of the declared steps were taken. */
  readonly steps: number;
  readonly demand: Demand;
}

/** What is to be told of rows that leave. */
export function reportOn({before, after, classes, steps, demand}: Done): AnonymityReport {
  const kept = classes.filter((own) => isSafe(own, demand));
  const sensitive = demand.sensitive.map((field, index) => diversityOf(kept, index, field));
  const reached = sensitive.flatMap(({l}) => (l === null ? [] : [l]));
  const words = demand.generalise.map(stepInWords);
  const report = {
    k: {asked: demand.k, reached: fewest(kept.map(({persons}) => persons.size))},
    l: {asked: demand.l, reached: fewest(reached)},
    classes_of: after.person_of === null ? "persons" : "episodes",
    classes: kept.length,
    persons: peopleIn(kept).size,
    quasi_identifiers: demand.quasi_identifiers.map((field) => ({field, values: valuesOf(field, after.tables).length})),
    steps_applied: words.slice(0, steps),
    steps_not_needed: words.slice(steps),
    suppressed: suppressedOf(classes, kept, demand, after.person_of === null ? "people" : "episodes"),
    sensitive,
    uniqueness: uniquenessOf(after.tables, demand),
    distortion: distortionOf({tables: before, person_of: null}, after, demand.person)
  } as const;
  return {...report, notes: notesOn(report, before, demand)};
}

function fewest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers);
}

function peopleIn(classes: readonly EquivalenceClass[]): Set<unknown> {
  return new Set(classes.flatMap(({persons}) => [...persons.keys()]));
}

function suppressedOf(
  all: readonly EquivalenceClass[],
  kept: readonly EquivalenceClass[],
  {suppress_up_to}: Demand,
  who: string
): AnonymityReport["suppressed"] {
  const members = (classes: readonly EquivalenceClass[]) => classes.reduce((sum, own) => sum + own.members.size, 0);
  const left = members(all) - members(kept);
  const gone = peopleIn(all).size - peopleIn(kept).size;
  if (left === 0) return {allowed: suppress_up_to, share: 0, in_words: "nobody was left out"};
  if (isSmall(left) || isSmall(gone))
    return {allowed: suppress_up_to, share: null, in_words: `1 to 10 people were left out`};
  const share = left / members(all);
  return {allowed: suppress_up_to, share, in_words: `${(100 * share).toFixed(1)} % of ${who} were left out`};
}

function notesOn(
  {k, classes_of, uniqueness, quasi_identifiers}: Omit<AnonymityReport, "notes">,
  before: readonly Table[],
  demand: Demand
): string[] {
  const names = quasi_identifiers.map(({field}) => field).join(", ");
  const finer = tellings(before, demand).map(({column, tells}) => `${column} tells ${tells}`);
  return [
    `k speaks of the declared quasi-identifiers only (${names || "none"}): ${k.asked} or more people share them. It says nothing of who knows other columns of somebody.`,
    classes_of === "persons"
      ? "A class has the people whose episodes, all together, have the same quasi-identifiers; it counts people, not rows."
      : "Which episodes are of one person is not told. A class has the episodes with the same quasi-identifiers; it counts the people who had them.",
    "An empty quasi-identifier counts as a value; an empty sensitive value does not, since it hides nobody among those whose value is known.",
    `${standOut(uniqueness.share)} their combination of all other columns to themselves: days, counts and scores single somebody out for whoever knows them. Hence no linking, and no file in public.`,
    ...(finer.length === 0 ? [] : [`Columns that are no quasi-identifiers but tell one: ${finer.join("; ")}.`]),
    ...(demand.generalise.length === 0
      ? []
      : [
          "Full-domain generalisation: a step holds for all rows, and moves no figure of other columns; leaving people out does."
        ])
  ];
}

function standOut(share: number | null): string {
  if (share === null) return "People are too few to say how many; take it that nearly all have";
  return share === 1 ? "All people have" : `${Math.round(100 * share)} % of people or more have`;
}
