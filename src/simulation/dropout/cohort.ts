import type {Random} from "../../statistics/random.ts";
import {placeSampler} from "../shares.ts";
import type {Bands} from "./bands.ts";
import type {Kind} from "./people.ts";

/** The people of a cohort who are alike in what is known of them. */
export interface PatternCount {
  readonly bands: Bands;
  readonly people: number;
  readonly answered: number;
  /** Those who answered and got better. */
  readonly better: number;
}

/** Draws cohorts of one organisation, counted by pattern, in the order of the kinds. */
export function cohortSampler(kinds: readonly Kind[]): (random: Random, size: number) => PatternCount[] {
  const place = placeSampler(kinds.map(({share}) => share));
  const patterns = [...new Map(kinds.map(({bands}) => [nameOf(bands), bands]))];
  const index = new Map(patterns.map(([name], position) => [name, position]));
  const patternOf = kinds.map(({bands}) => index.get(nameOf(bands)) ?? 0);
  return (random, size) => {
    const counts = patterns.map(([, bands]) => ({bands, people: 0, answered: 0, better: 0}));
    for (let person = 0; person < size; person++) {
      const at = place(random);
      const kind = kinds[at];
      const count = counts[patternOf[at] ?? 0];
      if (kind === undefined || count === undefined) continue;
      const better = random.chance(kind.success);
      const answers = random.chance(better ? kind.answer.better : kind.answer.other);
      count.people += 1;
      if (answers) count.answered += 1;
      if (answers && better) count.better += 1;
    }
    return counts.filter(({people}) => people > 0);
  };
}

function nameOf({attendance, baseline, completed}: Bands): string {
  return `${attendance}/${baseline}/${completed}`;
}
