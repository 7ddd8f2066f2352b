import type {Measure} from "../../src/dashboard/catalogue.ts";

/** A measure of the invented release; `centre` is about where its values lie. */
export interface FixtureMeasure extends Measure {
  centre: number;
}

export const fixtureMeasures: FixtureMeasure[] = [
  measure({id: "completion", label: "Completion", domain: "effectiveness", centre: 0.62}),
  measure({
    id: "phq9_effect_size",
    label: "PHQ-9 effect size",
    domain: "effectiveness",
    unit: "sd",
    estimator: "effect_size",
    numerator: null,
    interval: "large-sample variance of g, 95 %",
    centre: 0.84
  }),
  measure({id: "reliable_improvement", label: "Reliable improvement", domain: "effectiveness", centre: 0.55}),
  measure({
    id: "attendance",
    label: "Attendance",
    domain: "efficiency",
    grain: "session",
    estimator: "ratio_of_totals",
    centre: 0.81
  }),
  measure({
    id: "followup_retention",
    label: "Six-month follow-up",
    domain: "follow_up",
    finest_period: "quarter",
    centre: 0.37
  }),
  measure({
    id: "phq9_change_at_followup",
    label: "PHQ-9 change at follow-up",
    domain: "follow_up",
    unit: "points",
    numerator: null,
    centre: 5.1
  }),
  measure({id: "paired_completeness", label: "Paired completeness", domain: "data_quality", centre: 0.71}),
  measure({
    id: "length_of_stay",
    label: "Length of stay",
    domain: "efficiency",
    unit: "days",
    estimator: "median",
    numerator: null,
    better: null,
    centre: 44
  }),
  measure({
    id: "ideation_new",
    label: 'New ideation <b>"item 9"</b> ${globalThis.stolen = 1} *stars*',
    domain: "risk",
    better: "lower",
    caveats: ["First line.\n\nSecond line after an empty one, with 5 < 6 & ${1 + 1}."],
    centre: 0
  })
];

function measure(
  given: Partial<FixtureMeasure> & {id: string; label: string; domain: string; centre: number}
): FixtureMeasure {
  return {
    version: "1",
    question: `What share of people reached ${given.label.toLowerCase()}?`,
    why: "A program that knows it can act on it.",
    method: "Counted once per episode, at discharge.",
    caveats: ["Without a comparison group the figure does not say what caused the change."],
    grain: "episode",
    denominator: "discharged episodes with at least one treated session",
    numerator: "episodes that ended as planned",
    estimator: "proportion",
    interval: "Wilson, 95 %",
    unit: "share",
    better: "higher",
    period_by: "discharged_on",
    finest_period: "month",
    parameters: [
      {name: "stale_after_days", value: 30, label: "days without a session after which a stay counts as closed"}
    ],
    source: "measure specification, CP-01",
    reviewed: {by: "Example reviewer", on: "2026-01-15", next: "2027-01-15"},
    ladder: [
      {step: "discharged", label: "discharged in the period"},
      {step: "treated", label: "with at least one treated session"},
      {step: "left_out_under_12", label: "left out: under 12"}
    ],
    examples: [
      {
        because: "A planned ending after eight weeks.",
        counts: "numerator",
        rows: ["admitted on day 0", "discharged on day 56, completed"]
      },
      {because: "Never started.", counts: "neither", rows: ["admitted on day 0", "discharged on day 9, no session"]}
    ],
    ...given
  };
}
