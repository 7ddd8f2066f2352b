import {courseRules, finished, firstToLast, notCompletion} from "./course.ts";
import type {Proportion} from "./measure.ts";

export const recovery: Proportion = {
  ...courseRules,
  id: "recovery",
  label: "Recovery",
  question: "Of people who finished and began as a case, what share ended below the cut-off on both instruments?",
  why: "The rate that NHS Talking Therapies is judged by, so there is something public to hold it against.",
  method: `Last PHQ-9 below 10 and last GAD-7 below 8, over finished episodes that began with a PHQ-9 of 10 or more or a GAD-7 of 8 or more; an episode without both pairs stays in as not recovered. ${firstToLast}`,
  caveats: [notCompletion, "Missing scores count as failure: read it beside paired completeness."],
  better: "higher",
  source: "TT-03; NHS Talking Therapies",
  counted: [...finished, "was_case"],
  measured: ["has_both_pairs"],
  numerator: ["is_recovered"],
  examples: [
    {
      because: "course A: both end below their cut-off",
      course: {
        scores: {
          phq9: [
            [0, 18],
            [55, 7]
          ],
          gad7: [
            [0, 14],
            [55, 5]
          ]
        }
      },
      counts: "numerator"
    },
    {
      because: "course B: recovered, though neither fell reliably enough on its own",
      course: {
        scores: {
          phq9: [
            [0, 12],
            [55, 9]
          ],
          gad7: [
            [0, 9],
            [55, 7]
          ]
        }
      },
      counts: "numerator"
    },
    {
      because: "the GAD-7 was never given again, which counts as not recovered",
      course: {
        scores: {
          phq9: [
            [0, 18],
            [55, 7]
          ],
          gad7: [[0, 14]]
        }
      },
      counts: "denominator"
    },
    {
      because: "course D: began as no case",
      course: {
        scores: {
          phq9: [
            [0, 8],
            [55, 3]
          ],
          gad7: [
            [0, 6],
            [55, 2]
          ]
        }
      },
      counts: "neither"
    }
  ]
};

export const reliable_recovery: Proportion = {
  ...courseRules,
  id: "reliable_recovery",
  label: "Reliable recovery",
  question: "Of people who finished and began as a case, what share recovered by more than measurement error?",
  why: "Crossing a cut-off by one point is recovery, but not a change that can be told from noise; this asks for both.",
  method: `Recovered and reliably improved, over the episodes that recovery is counted over. ${firstToLast}`,
  caveats: [notCompletion, "Missing scores count as failure: read it beside paired completeness."],
  better: "higher",
  source: "TT-06; NHS Talking Therapies",
  counted: [...finished, "was_case"],
  measured: ["has_both_pairs"],
  numerator: ["is_recovered", "is_reliably_improved"],
  examples: [
    {
      because: "course A: recovered and reliably improved",
      course: {
        scores: {
          phq9: [
            [0, 18],
            [55, 7]
          ],
          gad7: [
            [0, 14],
            [55, 5]
          ]
        }
      },
      counts: "numerator"
    },
    {
      because: "course B: recovered, but not by enough",
      course: {
        scores: {
          phq9: [
            [0, 12],
            [55, 9]
          ],
          gad7: [
            [0, 9],
            [55, 7]
          ]
        }
      },
      counts: "denominator"
    },
    {
      because: "one session only is not a finished course",
      course: {
        sessions: [[1, "attended"]],
        scores: {
          phq9: [
            [0, 18],
            [55, 7]
          ],
          gad7: [
            [0, 14],
            [55, 5]
          ]
        }
      },
      counts: "neither"
    }
  ]
};
