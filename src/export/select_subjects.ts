import type {Cohort} from "./cohort.ts";
import {type Criterion, criterionInWords} from "./criteria.ts";
import {type DefinitionFile, unknownName} from "./definition_file.ts";
import type {Subject} from "./subject.ts";

/** One step of the way into a cohort. */
export interface SelectionStep {
  /** Who is left after it, as a clause. */
  readonly words: string;
  readonly holds: (subject: Subject) => boolean;
}

export interface Selection {
  readonly chosen: readonly Subject[];
  /** How many are left after each step, the first being all. */
  readonly left: readonly {readonly words: string; readonly episodes: number}[];
}

/** The steps of a request, in the order in which they are taken. */
export function stepsOf({definition, include, exclude}: Pick<Cohort, "definition" | "include" | "exclude">) {
  const {period, programs, sites, part2} = definition;
  const steps: SelectionStep[] = [
    {words: `${period.by} from ${period.from} to ${period.to}`, holds: (subject) => isInPeriod(subject, period)}
  ];
  if (programs.length > 0)
    steps.push({words: `in ${programs.join(" or ")}`, holds: ({episode}) => programs.includes(episode.program)});
  if (sites.length > 0)
    steps.push({words: `at ${sites.join(" or ")}`, holds: ({episode}) => sites.includes(episode.site)});
  if (part2 === null) steps.push({words: "not covered by 42 CFR Part 2", holds: ({episode}) => !episode.is_part2});
  for (const criterion of include)
    steps.push({words: criterionInWords(criterion), holds: (subject) => meets(subject, criterion)});
  for (const criterion of exclude)
    steps.push({words: `not: ${criterionInWords(criterion)}`, holds: (subject) => !meets(subject, criterion)});
  return steps;
}

/** Takes the steps one after the other. */
export function selectSubjects(subjects: readonly Subject[], steps: readonly SelectionStep[]): Selection {
  let chosen = subjects;
  const left = [{words: "known", episodes: chosen.length}];
  for (const {words, holds} of steps) {
    chosen = chosen.filter(holds);
    left.push({words, episodes: chosen.length});
  }
  return {chosen, left};
}

/** Throws a UserError for a program or site that no episode is of. */
export function requireKnownPlaces(
  subjects: readonly Subject[],
  {programs, sites}: Cohort["definition"],
  file: DefinitionFile
): void {
  const known = {
    programs: new Set(subjects.map(({episode}) => episode.program)),
    sites: new Set(subjects.map(({episode}) => episode.site))
  };
  for (const [list, names] of Object.entries({programs, sites}) as ["programs" | "sites", string[]][])
    for (const name of names)
      if (!known[list].has(name))
        throw unknownName(file, [list], {
          expected: `${list} with an episode`,
          found: name,
          known: [...known[list]].sort()
        });
}

function isInPeriod({episode}: Subject, {by, from, to}: Cohort["definition"]["period"]): boolean {
  const on = by === "admitted" ? episode.admitted_on : episode.discharged_on;
  return on !== null && on >= from && on <= to;
}

/** Keys and moved dates are no criteria, so no surrogate is needed. */
const none = {
  personOf: () => "",
  episodeOf: () => "",
  moved: () => null,
  yearOf: ({admission_year}: Subject["episode"]) => admission_year
};

function meets(subject: Subject, criterion: Criterion): boolean {
  switch (criterion.kind) {
    case "counted_in":
      return subject.verdicts.has(criterion.measure.id);
    case "numerator_of":
      return subject.verdicts.get(criterion.measure.id)?.is_numerator === true;
    case "values":
      return criterion.values.includes(criterion.field.of(subject, none));
    case "range": {
      const value = criterion.field.of(subject, none);
      if (typeof value !== "number") return false;
      return value >= (criterion.from ?? value) && value <= (criterion.to ?? value);
    }
  }
}
