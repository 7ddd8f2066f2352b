import {describe, expect, it} from "vitest";
import {biasOf, meanOf, type OrganisationBias, weightingHelped} from "../../src/simulation/dropout/bias.ts";
import {cohortSampler} from "../../src/simulation/dropout/cohort.ts";
import {figuresOf} from "../../src/simulation/dropout/figures.ts";
import {type Dropout, drawOrganisation, typicalOrganisation} from "../../src/simulation/dropout/organisation.ts";
import {kindsOf} from "../../src/simulation/dropout/people.ts";
import {trueShares} from "../../src/simulation/dropout/truth.ts";
import {Random} from "../../src/statistics/random.ts";

/** One seed is one organisation with its own true parameters, and 40 cohorts of 200 people drawn from it. */
function biasesOf(dropout: Dropout, organisations: number): OrganisationBias[] {
  return Array.from({length: organisations}, (_, k) => biasOf(k, {seed: 1, dropout, cohorts: 40, size: 200}));
}

describe("where drop-out depends on attendance", () => {
  const biases = biasesOf("attendance", 40);

  it("the weighted share is nearer to the truth than the observed one in at least 95 % of seeds", () => {
    expect(biases.filter(weightingHelped).length / biases.length).toBeGreaterThanOrEqual(0.95);
  });

  it("counting answers only flatters every organisation, on average by more than 5 points", () => {
    expect(biases.filter(({observed, truth}) => observed <= truth)).toEqual([]);
    expect(meanOf(biases.map(({observed, truth}) => observed - truth))).toBeGreaterThan(0.05);
  });

  it("weights take away at least four fifths of that", () => {
    const left = meanOf(biases.map(({weighted, truth}) => weighted - truth));
    expect(Math.abs(left)).toBeLessThan(meanOf(biases.map(({observed, truth}) => observed - truth)) / 5);
  });

  it("the observed interval seldom holds the truth, the weighted one nearly always", () => {
    expect(meanOf(biases.map(({observedCoverage}) => observedCoverage))).toBeLessThan(0.8);
    expect(meanOf(biases.map(({weightedCoverage}) => weightedCoverage))).toBeGreaterThan(0.93);
  });
});

describe("where drop-out depends on the outcome itself", () => {
  const biases = biasesOf("outcome", 10);

  it("weights leave more than half of the bias, and nothing in the data shows it", () => {
    const of = (figure: "observed" | "weighted") => meanOf(biases.map((bias) => bias[figure] - bias.truth));
    expect(of("observed")).toBeGreaterThan(0.08);
    expect(of("weighted")).toBeGreaterThan(of("observed") / 2);
  });
});

it("where drop-out is chance, neither share is biased", () => {
  const biases = biasesOf("chance", 10);
  expect(Math.abs(meanOf(biases.map(({observed, truth}) => observed - truth)))).toBeLessThan(0.01);
  expect(Math.abs(meanOf(biases.map(({weighted, truth}) => weighted - truth)))).toBeLessThan(0.01);
});

describe("the truth", () => {
  it.each(["attendance", "outcome", "chance"] as const)(
    "lies within the bounds when %s decides who answers",
    (dropout) => {
      const outside = biasesOf(dropout, 5).filter(({failure, truth, best}) => !(failure < truth && truth < best));
      expect(outside).toEqual([]);
    }
  );

  it("is what a cohort shows in which everyone answers", () => {
    const typical = typicalOrganisation("attendance");
    const kinds = kindsOf({...typical, answer: {...typical.answer, start: 50}});
    const {observed, weighted, failure, best} = figuresOf(cohortSampler(kinds)(new Random("everyone"), 50_000));
    expect(Math.abs((observed.value ?? 0) - trueShares(kinds).all)).toBeLessThan(0.01);
    expect(weighted.value).toBeCloseTo(observed.value ?? 0, 10);
    expect([failure.value, best]).toEqual([observed.value, observed.value]);
  });

  it("of those who answer is what their share tends to", () => {
    const kinds = kindsOf(drawOrganisation(new Random("one"), "attendance"));
    const {observed} = figuresOf(cohortSampler(kinds)(new Random("many"), 100_000));
    expect(Math.abs((observed.value ?? 0) - trueShares(kinds).answered)).toBeLessThan(0.01);
    expect(kinds.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});
