import type {Estimate} from "../../statistics/estimate.ts";
import {Random} from "../../statistics/random.ts";
import {cohortSampler} from "./cohort.ts";
import {type Figures, figuresOf} from "./figures.ts";
import {type Dropout, drawOrganisation} from "./organisation.ts";
import {kindsOf} from "./people.ts";
import {trueShares} from "./truth.ts";

/** What is true of one organisation, and what its cohorts say on average. Shares are 0-1. */
export interface OrganisationBias {
  readonly truth: number;
  /** The share of all people that answers. */
  readonly answering: number;
  /** What the observed share tends to in ever larger cohorts. */
  readonly observedLimit: number;
  /** Means over the cohorts. */
  readonly observed: number;
  readonly weighted: number;
  readonly failure: number;
  readonly best: number;
  /** The share of cohorts whose 95 % interval holds the truth, of those with an interval. */
  readonly observedCoverage: number;
  readonly weightedCoverage: number;
}

export interface BiasPlan {
  readonly seed: number;
  readonly dropout: Dropout;
  /** Cohorts of one organisation, and people of one cohort. */
  readonly cohorts: number;
  readonly size: number;
}

/**
 * One organisation: its true parameters, and cohorts drawn from it. A bias is a mean over cohorts; a single cohort has
 * only an error. Streams are seed/dropout/organisation and, for its cohorts, seed/dropout/organisation/size/cohort.
 */
export function biasOf(organisation: number, {seed, dropout, cohorts, size}: BiasPlan): OrganisationBias {
  const kinds = kindsOf(drawOrganisation(new Random(seed, dropout, organisation), dropout));
  const draw = cohortSampler(kinds);
  const drawn = Array.from({length: cohorts}, (_, cohort) =>
    figuresOf(draw(new Random(seed, dropout, organisation, size, cohort), size))
  );
  const {all: truth, answering, answered: observedLimit} = trueShares(kinds);
  const mean = (of: (figures: Figures) => number | null) => meanOf(drawn.map(of));
  return {
    truth,
    answering,
    observedLimit,
    observed: mean(({observed}) => observed.value),
    weighted: mean(({weighted}) => weighted.value),
    failure: mean(({failure}) => failure.value),
    best: mean(({best}) => best),
    observedCoverage: mean(({observed}) => holds(observed, truth)),
    weightedCoverage: mean(({weighted}) => holds(weighted, truth))
  };
}

/** Whether weighting came nearer to the truth than counting answers only. */
export function weightingHelped({truth, observed, weighted}: OrganisationBias): boolean {
  return Math.abs(weighted - truth) < Math.abs(observed - truth);
}

/** The mean of what exists. Throws where nothing does: cohorts so small say nothing of a bias. */
export function meanOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) throw new RangeError("bias: expected at least one cohort with the figure");
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function holds({lower, upper}: Estimate, truth: number): number | null {
  return lower === null || upper === null ? null : Number(lower <= truth && truth <= upper);
}
