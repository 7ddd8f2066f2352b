import {courseRules, finished, firstToLast, notCompletion} from "./course.ts";
import type {Condition, Proportion} from "./measure.ts";

const paired: readonly Condition<"episode">[] = [...finished, "has_both_pairs"];
const mixed = "One instrument up and the other down is a mixed change: neither improvement nor deterioration.";

export const reliable_improvement: Proportion = {
  ...courseRules,
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
  measured: ["has_both_pairs"],
  numerator: ["is_reliably_improved"],
  examples: [
    {
      because: "course D: no case, and improved",
      course: {
        scores: {
          phq9: [
            [0, 8],
            [55, 2]
          ],
          gad7: [
            [0, 6],
            [55, 2]
          ]
        }
      },
      counts: "numerator"
    },
    {
      because: "course C: PHQ-9 fell by 7, GAD-7 rose by 5: mixed",
      course: {
        scores: {
          phq9: [
            [0, 16],
            [55, 9]
          ],
          gad7: [
            [0, 7],
            [55, 12]
          ]
        }
      },
      counts: "denominator"
    },
    {
      because: "no GAD-7 at all",
      course: {
        scores: {
          phq9: [
            [0, 18],
            [55, 7]
          ]
        }
      },
      counts: "neither"
    }
  ]
};

export const reliable_deterioration: Proportion = {
  ...courseRules,
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
  measured: ["has_both_pairs"],
  numerator: ["is_reliably_worse"],
  examples: [
    {
      because: "course E: PHQ-9 rose by 7",
      course: {
        scores: {
          phq9: [
            [0, 14],
            [55, 21]
          ],
          gad7: [
            [0, 11],
            [55, 12]
          ]
        }
      },
      counts: "numerator"
    },
    {
      because: "course C: mixed",
      course: {
        scores: {
          phq9: [
            [0, 16],
            [55, 9]
          ],
          gad7: [
            [0, 7],
            [55, 12]
          ]
        }
      },
      counts: "denominator"
    },
    {
      because: "both scores on one day make no pair",
      course: {
        scores: {
          phq9: [
            [0, 14],
            [0, 21]
          ],
          gad7: [
            [0, 11],
            [55, 12]
          ]
        }
      },
      counts: "neither"
    }
  ]
};

export const no_reliable_change: Proportion = {
  ...courseRules,
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
  measured: ["has_both_pairs"],
  numerator: ["is_not_reliably_changed"],
  examples: [
    {
      because: "course C: mixed",
      course: {
        scores: {
          phq9: [
            [0, 16],
            [55, 9]
          ],
          gad7: [
            [0, 7],
            [55, 12]
          ]
        }
      },
      counts: "numerator"
    },
    {
      because: "course A: improved",
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
      counts: "denominator"
    },
    {
      because: "never measured again",
      course: {scores: {phq9: [[0, 18]], gad7: [[0, 14]]}},
      counts: "neither"
    }
  ]
};

export const paired_completeness: Proportion = {
  ...courseRules,
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
      because: "one PHQ-9 has an item missing, and prorated scores are not used here",
      course: {
        scores: {
          phq9: [
            [0, 18],
            [55, [1, 1, 1, 1, null, 1, 1, 1, 1]]
          ],
          gad7: [
            [0, 14],
            [55, 5]
          ]
        }
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
