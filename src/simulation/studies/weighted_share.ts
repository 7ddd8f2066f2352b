import {cohortSampler} from "../dropout/cohort.ts";
import {weightedShare} from "../dropout/figures.ts";
import {type Organisation, typicalOrganisation} from "../dropout/organisation.ts";
import {kindsOf} from "../dropout/people.ts";
import {trueShares} from "../dropout/truth.ts";
import type {IntervalStudy} from "../study.ts";

function weightedStudy(
  organisation: Organisation,
  study: Pick<IntervalStudy, "id" | "figure" | "model" | "sizes" | "expected">
) {
  const kinds = kindsOf(organisation);
  const draw = cohortSampler(kinds);
  return {
    ...study,
    interval: "inverse probability weights, log odds",
    unit: "share",
    truth: trueShares(kinds).all,
    cohort: (random, size) => weightedShare(draw(random, size))
  } satisfies IntervalStudy;
}

const typical = typicalOrganisation("attendance");

export const weightedInBands = weightedStudy(
  {...typical, answer: {...typical.answer, by: "bands"}},
  {
    id: "weighted_in_bands",
    figure: "share better at follow-up, weighted",
    model:
      "The organisation in the middle of the ranges of the second part of this page: who attends more gets better more often and answers more often. Here the bands that the weights see decide who answers.",
    sizes: [40, 150, 600, 2000],
    expected: {
      from: 0.93,
      to: 1,
      because:
        "conservative in cohorts of 40: the model has about ten coefficients for about 18 answers, the interval allows for it, and one cohort of four has none"
    }
  }
);

export const weightedByPerson = weightedStudy(typical, {
  id: "weighted_by_person",
  figure: "share better at follow-up, weighted, people within a band differ",
  model:
    "As before, but attendance counts to the single session, and severity also where the baseline was not measured. The weights see bands only.",
  sizes: [150, 600, 2000],
  expected: {
    from: 0.91,
    to: 0.97,
    because:
      "too narrow in cohorts of 2,000: what differs within a band is not weighed, and that bias of 0.6 points stays while the interval narrows"
  }
});
