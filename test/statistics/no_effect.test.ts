import {beforeAll, describe, expect, it} from "vitest";
import {summarizePairs} from "../../src/statistics/moments.ts";
import {normalQuantile} from "../../src/statistics/normal_quantile.ts";
import {Random} from "../../src/statistics/random.ts";
import {
  type CountingRules,
  type RegressionOfScores,
  regressionOfScores
} from "../../src/statistics/regression_to_the_mean.ts";
import {unchangedPairs} from "../../src/statistics/unchanged_pairs.ts";
import {momentsOf} from "./counts.ts";

type Pair = readonly [first: number, second: number];

const programs = 200;
const people = 1000;
const maximum = 27;
const rules: CountingRules = {cutoff: 10, remission_below: 5, reliable_change: 6, minimal_important_change: 5};

/** A PHQ-9 taken twice from people who did not change: a true score, an error each time, rounded and clipped. */
function unchangedProgram(seed: number): Pair[] {
  const random = new Random("nobody changed", seed);
  const normal = (centre: number, spread: number) =>
    centre + spread * (normalQuantile((random.bits() + 0.5) / 2 ** 32) ?? 0);
  return Array.from({length: people}, () => {
    const truth = normal(15, 5);
    const measure = () => Math.max(0, Math.min(maximum, Math.round(normal(truth, 3))));
    return [measure(), measure()] as const;
  });
}

/** What the same people show, counted. */
const counted: Readonly<Record<keyof RegressionOfScores, (pair: Pair) => number>> = {
  selected: () => 1,
  change: ([first, second]) => first - second,
  response: ([first, second]) => Number(second <= first / 2),
  remission: ([, second]) => Number(second <= 4),
  reliable_improvement: ([first, second]) => Number(first - second > 5),
  reliable_deterioration: ([first, second]) => Number(second - first > 5),
  important_change: ([first, second]) => Number(first - second > 4)
};

function expected(pairs: readonly Pair[]): RegressionOfScores {
  const {mean_x, sd_x, r} = summarizePairs(
    momentsOf(
      pairs.map(([first]) => first),
      pairs.map(([, second]) => second)
    )
  );
  const chances = unchangedPairs({mean: mean_x ?? 0, sd: sd_x ?? 0, reliability: r ?? 0, maximum});
  const shown = chances && regressionOfScores(chances, rules);
  if (shown === null) throw new Error("nothing is expected");
  return shown;
}

/** The mean of a figure among the selected, and its standard error. */
function observed(pairs: readonly Pair[], figure: keyof RegressionOfScores): {mean: number; error: number} {
  const values = pairs.filter(([first]) => first >= 10).map(counted[figure]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return {mean, error: Math.sqrt(variance / values.length)};
}

describe("people who did not change, selected at 10 or more", () => {
  const figures = [
    "change",
    "response",
    "remission",
    "reliable_improvement",
    "reliable_deterioration",
    "important_change"
  ] as const;
  let drawn: {readonly pairs: readonly Pair[]; readonly expected: RegressionOfScores}[] = [];
  let all: Pair[] = [];
  let expectedOfAll: RegressionOfScores;

  beforeAll(() => {
    const everyone = Array.from({length: programs}, (_, seed) => unchangedProgram(seed));
    drawn = everyone.map((pairs) => ({pairs, expected: expected(pairs)}));
    all = everyone.flat();
    expectedOfAll = expected(all);
  });

  it.each(figures)("show the expected %s over all programs, within what chance allows", (figure) => {
    const {mean, error} = observed(all, figure);
    expect(mean).toBeGreaterThan(0);
    expect(Math.abs(mean - expectedOfAll[figure])).toBeLessThan(3 * error);
  });

  it("are the expected share of everyone measured", () => {
    const share = all.filter(([first]) => first >= 10).length / all.length;
    expect(Math.abs(share - expectedOfAll.selected)).toBeLessThan(0.003);
  });

  it.each(["change", "response", "reliable_improvement"] as const)(
    "show the expected %s in about 19 of 20 programs, each judged by its own mean and spread",
    (figure) => {
      const within = drawn.filter((program) => {
        const {mean, error} = observed(program.pairs, figure);
        return Math.abs(mean - program.expected[figure]) < 1.96 * error;
      });
      expect(within.length / programs).toBeGreaterThan(0.9);
    }
  );

  it("seem to improve, though nobody did", () => {
    const {mean, error} = observed(all, "change");
    expect(mean).toBeGreaterThan(20 * error);
    expect(observed(all, "reliable_improvement").mean).toBeGreaterThan(0.05);
  });
});
