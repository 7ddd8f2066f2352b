import type {ChangeFinding, ShareFinding} from "../../src/claims/finding.ts";
import type {
  ComparisonGrounds,
  Evidence,
  Figure,
  LevelGrounds,
  MissingGrounds,
  MovementGrounds,
  NaturalCourseGrounds,
  TargetGrounds,
  TrendGrounds
} from "../../src/claims/grounds.ts";

/** One claim of each kind that is as strong as its kind can be. */
export const evidence: Evidence = {
  share_measured: 0.782,
  window_closed: true,
  minimum_units: 30,
  minimum_units_effect_size: 20,
  smallest_shown: 11
};

const named = {
  better: "higher",
  subject: "people discharged",
  restriction: "",
  follow_up: false,
  comparable: true
} as const;

export const completion: ShareFinding = {
  ...named,
  form: "share",
  label: "completion",
  achieved: "had completed treatment",
  measured: null,
  counted: "episodes",
  units: "episodes"
};

export const improvement: ShareFinding = {
  ...completion,
  label: "reliable improvement",
  achieved: "had reliably improved",
  measured: {predicate: "were measured twice", otherwise: "left_out"}
};

export const change: ChangeFinding = {
  ...named,
  form: "change",
  label: "PHQ-9 change",
  measured: {predicate: "were measured twice", otherwise: "left_out"},
  scores: "PHQ-9 scores",
  span: "from admission to the last score",
  gain: "fall",
  matters: 5,
  units: "episodes"
};

const row = {status: "published", period: "2026 Q1", where: "", as_of: "2026-03-31"} as const;

export const share: Figure = {
  ...row,
  unit: "share",
  units: 450,
  denominator: 450,
  numerator: 281,
  value: 0.6244,
  lower: 0.5789,
  upper: 0.6679
};
export const points: Figure = {
  ...row,
  unit: "points",
  units: 312,
  denominator: 312,
  numerator: null,
  value: 5.12,
  lower: 4.21,
  upper: 6.03
};

export const level: LevelGrounds = {kind: "level", finding: completion, figure: share, evidence};
export const movement: MovementGrounds = {kind: "movement", finding: change, figure: points, evidence};
export const comparison: ComparisonGrounds = {
  kind: "comparison",
  finding: completion,
  figure: {...share, where: "at North IOP"},
  evidence,
  rest: {
    figure: {
      ...share,
      where: "at the other programs",
      units: 1000,
      denominator: 1000,
      numerator: 502,
      value: 0.502,
      lower: 0.4711,
      upper: 0.5329
    },
    share_measured: 0.801
  },
  difference: {value: 0.1224, lower: 0.067, upper: 0.1763},
  between: "places",
  survives_multiplicity: true,
  adjustment: {events_per_covariate: 20}
};
export const trend: TrendGrounds = {
  kind: "trend",
  finding: completion,
  figure: share,
  evidence,
  chart: {
    period_type: "quarter",
    points: 16,
    centre: 0.551,
    lower_limit: 0.45,
    upper_limit: 0.652,
    signal: {rule: "shift", towards: "high"}
  }
};
export const target: TargetGrounds = {
  kind: "target",
  finding: completion,
  figure: share,
  evidence,
  target: {value: 0.55, direction: "at_least"}
};
export const missing: MissingGrounds = {
  kind: "missing",
  finding: improvement,
  figure: share,
  evidence,
  range: {lower: 0.488, upper: 0.706, over: "bounds"}
};
export const naturalCourse: NaturalCourseGrounds = {
  kind: "natural_course",
  finding: change,
  figure: points,
  evidence,
  natural: {lower: 0.5, upper: 2, whom: "adults on waiting lists", span: "in 6 to 13 weeks", grade: "B"}
};

/** The same with a change of its figure. */
export function withFigure<Of extends {readonly figure: Figure}>(grounds: Of, figure: Partial<Figure>): Of {
  return {...grounds, figure: {...grounds.figure, ...figure}};
}

/** The same with a change of its evidence. */
export function withEvidence<Of extends {readonly evidence: Evidence}>(grounds: Of, changed: Partial<Evidence>): Of {
  return {...grounds, evidence: {...grounds.evidence, ...changed}};
}
