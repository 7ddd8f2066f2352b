import type {Condition, Proportion} from "./measure.ts";

const rules = {
  kind: "proportion",
  version: "1",
  domain: "effectiveness",
  parameters: [],
  period_by: "discharged_on",
  of_these: ["has_several_episodes"]
} as const;

const finished: readonly [Condition, ...Condition[]] = ["is_discharged", "is_treated", "is_finished"];
const firstToLast =
  "First and last complete scores from 14 days before admission to 14 days after discharge, on two different days; prorated scores are not used.";
const notCompletion = "Finished means discharged with two or more treated sessions; it is not completion.";

export const recovery: Proportion = {
  ...rules,
  id: "recovery",
  label: "Recovery",
  question: "Of people who finished and began as a case, what share ended below the cut-off on both instruments?",
  why: "The rate that NHS Talking Therapies is judged by, so there is something public to hold it against.",
  method: `Last PHQ-9 below 10 and last GAD-7 below 8, over finished episodes that began with a PHQ-9 of 10 or more or a GAD-7 of 8 or more; an episode without both pairs stays in as not recovered. ${firstToLast}`,
  caveats: [notCompletion, "Missing scores count as failure: read it beside paired completeness."],
  better: "higher",
  source: "TT-03; NHS Talking Therapies",
  counted: [...finished, "was_case"],
  numerator: ["is_recovered"],
  examples: [
    {
      because: "course A: both end below their cut-off",
      course: {
        phq9: [
          [0, 18],
          [55, 7]
        ],
        gad7: [
          [0, 14],
          [55, 5]
        ]
      },
      counts: "numerator"
    },
    {
      because: "course B: recovered, though neither fell reliably enough on its own",
      course: {
        phq9: [
          [0, 12],
          [55, 9]
        ],
        gad7: [
          [0, 9],
          [55, 7]
        ]
      },
      counts: "numerator"
    },
    {
      because: "the GAD-7 was never given again, which counts as not recovered",
      course: {
        phq9: [
          [0, 18],
          [55, 7]
        ],
        gad7: [[0, 14]]
      },
      counts: "denominator"
    },
    {
      because: "course D: began as no case",
      course: {
        phq9: [
          [0, 8],
          [55, 3]
        ],
        gad7: [
          [0, 6],
          [55, 2]
        ]
      },
      counts: "neither"
    }
  ]
};

export const reliable_recovery: Proportion = {
  ...rules,
  id: "reliable_recovery",
  label: "Reliable recovery",
  question: "Of people who finished and began as a case, what share recovered by more than measurement error?",
  why: "Crossing a cut-off by one point is recovery, but not a change that can be told from noise; this asks for both.",
  method: `Recovered and reliably improved, over the episodes that recovery is counted over. ${firstToLast}`,
  caveats: [notCompletion, "Missing scores count as failure: read it beside paired completeness."],
  better: "higher",
  source: "TT-06; NHS Talking Therapies",
  counted: [...finished, "was_case"],
  numerator: ["is_recovered", "is_reliably_improved"],
  examples: [
    {
      because: "course A: recovered and reliably improved",
      course: {
        phq9: [
          [0, 18],
          [55, 7]
        ],
        gad7: [
          [0, 14],
          [55, 5]
        ]
      },
      counts: "numerator"
    },
    {
      because: "course B: recovered, but not by enough",
      course: {
        phq9: [
          [0, 12],
          [55, 9]
        ],
        gad7: [
          [0, 9],
          [55, 7]
        ]
      },
      counts: "denominator"
    },
    {
      because: "one session only is not a finished course",
      course: {
        sessions: [[1, "attended"]],
        phq9: [
          [0, 18],
          [55, 7]
        ],
        gad7: [
          [0, 14],
          [55, 5]
        ]
      },
      counts: "neither"
    }
  ]
};

const paired: readonly [Condition, ...Condition[]] = [...finished, "has_both_pairs"];
const mixed = "One instrument up and the other down is a mixed change: neither improvement nor deterioration.";

export const reliable_improvement: Proportion = {
  ...rules,
  id: "reliable_improvement",
  label: "Reliable improvement",
  question:
    "Of people who finished, case or not, what share improved by more than measurement error on one instrument and worsened on neither?",
  why: "It looks at both instruments at once, and at everyone who finished, not only at those who began as a case.",
  method: `PHQ-9 fell by 6 or more, or GAD-7 by 4 or more, and neither rose by as much, over finished episodes with both pairs. ${firstToLast}`,
  caveats: [notCompletion, mixed],
  better: "higher",
  source: "TT-04; NHS Talking Therapies",
  counted: paired,
  numerator: ["is_reliably_improved"],
  examples: [
    {
      because: "course D: no case, and improved",
      course: {
        phq9: [
          [0, 8],
          [55, 2]
        ],
        gad7: [
          [0, 6],
          [55, 2]
        ]
      },
      counts: "numerator"
    },
    {
      because: "course C: PHQ-9 fell by 7, GAD-7 rose by 5: mixed",
      course: {
        phq9: [
          [0, 16],
          [55, 9]
        ],
        gad7: [
          [0, 7],
          [55, 12]
        ]
      },
      counts: "denominator"
    },
    {
      because: "no GAD-7 at all",
      course: {
        phq9: [
          [0, 18],
          [55, 7]
        ]
      },
      counts: "neither"
    }
  ]
};

export const reliable_deterioration: Proportion = {
  ...rules,
  id: "reliable_deterioration",
  label: "Reliable deterioration",
  question:
    "Of people who finished, what share worsened by more than measurement error on one instrument and improved on neither?",
  why: "A program that only counts who got better cannot see whom it fails.",
  method: `PHQ-9 rose by 6 or more, or GAD-7 by 4 or more, and neither fell by as much, over finished episodes with both pairs. ${firstToLast}`,
  caveats: [notCompletion, mixed],
  better: "lower",
  source: "TT-05; NHS Talking Therapies",
  counted: paired,
  numerator: ["is_reliably_worse"],
  examples: [
    {
      because: "course E: PHQ-9 rose by 7",
      course: {
        phq9: [
          [0, 14],
          [55, 21]
        ],
        gad7: [
          [0, 11],
          [55, 12]
        ]
      },
      counts: "numerator"
    },
    {
      because: "course C: mixed",
      course: {
        phq9: [
          [0, 16],
          [55, 9]
        ],
        gad7: [
          [0, 7],
          [55, 12]
        ]
      },
      counts: "denominator"
    },
    {
      because: "both scores on one day make no pair",
      course: {
        phq9: [[0, 14]],
        gad7: [
          [0, 11],
          [55, 12]
        ]
      },
      counts: "neither"
    }
  ]
};

export const no_reliable_change: Proportion = {
  ...rules,
  id: "no_reliable_change",
  label: "No reliable change",
  question:
    "Of people who finished, what share neither improved nor worsened by more than measurement error, or changed in both directions?",
  why: "With improvement and deterioration it makes 100 %: nobody is left out of the picture.",
  method: `Neither reliable improvement nor reliable deterioration, over finished episodes with both pairs. ${firstToLast}`,
  caveats: [notCompletion, mixed],
  better: "neither",
  source: "TT-05b; NHS Talking Therapies",
  counted: paired,
  numerator: ["is_not_reliably_changed"],
  examples: [
    {
      because: "course C: mixed",
      course: {
        phq9: [
          [0, 16],
          [55, 9]
        ],
        gad7: [
          [0, 7],
          [55, 12]
        ]
      },
      counts: "numerator"
    },
    {
      because: "course A: improved",
      course: {
        phq9: [
          [0, 18],
          [55, 7]
        ],
        gad7: [
          [0, 14],
          [55, 5]
        ]
      },
      counts: "denominator"
    },
    {
      because: "never measured again",
      course: {phq9: [[0, 18]], gad7: [[0, 14]]},
      counts: "neither"
    }
  ]
};

export const paired_completeness: Proportion = {
  ...rules,
  id: "paired_completeness",
  label: "Paired completeness",
  question: "Of people who finished, what share have first and last scores on both instruments?",
  why: "It says how many people the outcome figures speak for.",
  method: `Finished episodes with both pairs, over all finished episodes. ${firstToLast}`,
  caveats: [notCompletion],
  better: "higher",
  source: "TT-07; NHS Talking Therapies",
  counted: finished,
  numerator: ["has_both_pairs"],
  examples: [
    {
      because: "both instruments, twice",
      course: {
        phq9: [
          [0, 18],
          [55, 7]
        ],
        gad7: [
          [0, 14],
          [55, 5]
        ]
      },
      counts: "numerator"
    },
    {
      because: "one PHQ-9 has an item missing, and prorated scores are not used here",
      course: {
        phq9: [
          [0, 18],
          [55, [1, 1, 1, 1, null, 1, 1, 1, 1]]
        ],
        gad7: [
          [0, 14],
          [55, 5]
        ]
      },
      counts: "denominator"
    },
    {
      because: "one session only is not a finished course",
      course: {sessions: [[1, "attended"]]},
      counts: "neither"
    }
  ]
};
