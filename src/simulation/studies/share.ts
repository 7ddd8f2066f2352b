import {wilsonInterval} from "../../statistics/wilson_interval.ts";
import {binomial} from "../binomial.ts";
import {iopPairs} from "../pairs.ts";
import {type IntervalStudy, promised} from "../study.ts";

/** A share of pairs of scores, by a rule on baseline x and later score y. */
function shareOfPairs(
  {id, figure}: {id: string; figure: string},
  holds: (x: number, y: number) => boolean
): IntervalStudy {
  const truth = iopPairs.mean((x, y) => Number(holds(x, y)));
  return {
    id,
    figure,
    interval: "Wilson",
    model:
      "Pairs of PHQ-9 scores of an IOP; one pair is as good as another and says nothing of the next. Every possible count is summed up for the exact coverage.",
    unit: "share",
    truth,
    sizes: [20, 40, 150, 600],
    expected: promised,
    cohort(random, size) {
      let numerator = 0;
      for (let unit = 0; unit < size; unit++) {
        const {x, y} = iopPairs.draw(random);
        if (holds(x, y)) numerator += 1;
      }
      return wilsonInterval(numerator, size);
    },
    exactCoverage: (size) => exactWilson(size, truth)
  };
}

/** Adds up the shares of the counts whose interval holds the truth. */
export function exactWilson(size: number, truth: number): number {
  return binomial(size, truth).reduce((sum, share, numerator) => {
    const {lower, upper} = wilsonInterval(numerator, size);
    return lower !== null && upper !== null && lower <= truth && truth <= upper ? sum + share : sum;
  }, 0);
}

export const reliableImprovement = shareOfPairs(
  {id: "share", figure: "share reliably improved (6 points or more)"},
  (x, y) => x - y >= 6
);

export const reliableDeterioration = shareOfPairs(
  {id: "rare_share", figure: "share reliably worse (6 points or more), a rare event"},
  (x, y) => y - x >= 6
);
