import type {Measure} from "../../../src/measures/measure.ts";
import {factsOf} from "./facts.ts";
import type {Published} from "./releases.ts";
import {type Equation, type Solved, solve} from "./solve.ts";

/** A count or change of 1 to 10 that follows from what was published. */
export interface Leak {
  readonly what: string;
  readonly releases: string;
  readonly count: number;
}

const largest = 10;
const isSmall = (count: number) => Math.abs(count) >= 1 && Math.abs(count) <= largest;

/**
 * Somebody who keeps every release, knows how the measures are defined and how places and periods add up, and solves for what was
 * not told: within each release, and for what has changed between any two. Written from the handbook, not from the code.
 */
export class Reader {
  readonly #releases: {readonly as_of: string; readonly solved: Solved}[] = [];
  readonly #figures = new Map<string, string>();
  readonly #rows = new Map<string, string>();
  readonly #measures: readonly Measure[];

  constructor(measures: readonly Measure[]) {
    this.#measures = measures;
  }

  /** How many counts follow from each release so far. */
  get known(): number[] {
    return this.#releases.map(({solved}) => solved.known.size);
  }

  /** What one more release gives away, alone or beside those before it. */
  read(published: Published): Leak[] {
    const {as_of} = published;
    const solved = solve(factsOf(published, this.#measures));
    const leaks = [
      ...within(as_of, solved),
      ...this.#releases.flatMap((before) => between(before, {as_of, solved})),
      ...this.#figuresMoved(published),
      ...this.#rewritten(published)
    ];
    this.#releases.push({as_of, solved});
    return leaks;
  }

  /** A mean or rate that moves while its counts stay tells what was corrected. */
  #figuresMoved({as_of, tables}: Published): Leak[] {
    const leaks: Leak[] = [];
    for (const row of tables.results ?? []) {
      if (row.units === "" || row.as_of !== as_of || !["points", "sd", "share"].includes(row.unit ?? "")) continue;
      const counts = [row.measure, placeOf(row), row.units, row.denominator, row.numerator].join("|");
      const figure = [row.value, row.lower, row.upper].join("|");
      const before = this.#figures.get(counts);
      if (before !== undefined && before !== figure)
        leaks.push({what: `${counts} was ${before}, is ${figure}`, releases: as_of, count: 1});
      this.#figures.set(counts, figure);
    }
    return leaks;
  }

  /** A figure that bears an older date is the one of that date. */
  #rewritten({as_of, tables}: Published): Leak[] {
    const leaks: Leak[] = [];
    for (const row of tables.results ?? []) {
      if (row.units === "") continue;
      const key = [row.measure, placeOf(row), row.as_of].join("|");
      const figure = [row.units, row.denominator, row.numerator, row.value, row.lower, row.upper].join("|");
      if (row.as_of === as_of) this.#rows.set(key, figure);
      else if (this.#rows.get(key) !== figure)
        leaks.push({what: `${key} is not what it was`, releases: as_of, count: 0});
    }
    return leaks;
  }
}

function placeOf({breakdown, group, period_type, period}: Record<string, string>): string {
  return [breakdown, period_type, period, group].join("|");
}

function within(as_of: string, {known, equations}: Solved): Leak[] {
  const leaks: Leak[] = [];
  for (const [what, count] of known) if (isSmall(count)) leaks.push({what, releases: as_of, count});
  for (const equation of equations.values()) {
    const rest = restOf(equation, (name) => known.get(name));
    if (rest !== null && isSmall(rest.sum))
      leaks.push({what: `together: ${rest.names.join(" + ")}`, releases: as_of, count: rest.sum});
  }
  return leaks;
}

interface Release {
  readonly as_of: string;
  readonly solved: Solved;
}

function between(before: Release, after: Release): Leak[] {
  const releases = `${before.as_of} to ${after.as_of}`;
  const changeOf = (name: string) => {
    const [one, other] = [valueIn(before.solved, name), valueIn(after.solved, name)];
    return one === undefined || other === undefined ? undefined : other - one;
  };
  const leaks: Leak[] = [];
  const names = new Set([...before.solved.known.keys(), ...after.solved.known.keys()]);
  for (const what of names) {
    const count = changeOf(what);
    if (count !== undefined && isSmall(count)) leaks.push({what, releases, count});
  }
  for (const name of new Set([...before.solved.equations.keys(), ...after.solved.equations.keys()])) {
    const both = [before, after].flatMap(({solved}) => solved.equations.get(name) ?? []);
    const parts = [...new Set(both.flatMap((equation) => equation.parts))];
    const rest = restOf({name, whole: both[0]?.whole ?? "", parts}, changeOf);
    if (rest !== null && isSmall(rest.sum))
      leaks.push({what: `together: ${rest.names.join(" + ")}`, releases, count: rest.sum});
  }
  return leaks;
}

/** A count that follows; nobody where a release has no row of the place, though it has rows of places like it. */
function valueIn({known, isAbsent}: Solved, name: string): number | undefined {
  return known.get(name) ?? (isAbsent(name) ? 0 : undefined);
}

/** What several parts that do not follow one by one come to. */
function restOf(
  {whole, parts}: Equation,
  countOf: (name: string) => number | undefined
): {sum: number; names: string[]} | null {
  const all = countOf(whole);
  if (all === undefined) return null;
  const names = parts.filter((part) => countOf(part) === undefined);
  if (names.length < 2) return null;
  const sum = parts.reduce((left, part) => left - (countOf(part) ?? 0), all);
  return {sum, names};
}
