import type {Evidence, Figure, Grounds} from "../../src/claims/grounds.ts";
import type {Estimate} from "../../src/statistics/estimate.ts";

/** Each makes grounds worse in one way, by an amount from 0 to 1, and leaves those alone that it does not concern. */
export const worsenings: Readonly<Record<string, (grounds: Grounds, amount: number) => Grounds>> = {
  "fewer units": (grounds, amount) =>
    withFigure(grounds, ({units}) => ({units: units === null ? null : Math.floor(units * amount)})),
  "fewer units in the rest": (grounds, amount) =>
    grounds.kind === "comparison"
      ? withRest(grounds, {units: Math.floor((grounds.rest.figure.units ?? 0) * amount)})
      : grounds,
  "a wider interval": (grounds, amount) => withFigure(grounds, (figure) => wider(figure, amount)),
  "a wider interval of the difference": (grounds, amount) =>
    grounds.kind === "comparison"
      ? {...grounds, difference: {...grounds.difference, ...wider(grounds.difference, amount)}}
      : grounds,
  "a limit not reached": (grounds) => withFigure(grounds, () => ({upper: null})),
  "no limits": (grounds) => withFigure(grounds, () => ({lower: null, upper: null})),
  "no value": (grounds) => withFigure(grounds, () => ({value: null})),
  "a lower share measured": (grounds, amount) =>
    withEvidence(grounds, ({share_measured: share}) => ({share_measured: share === null ? null : share * amount})),
  "a share measured that is not known": (grounds) => withEvidence(grounds, () => ({share_measured: null})),
  "a lower share measured in the rest": (grounds, amount) =>
    grounds.kind === "comparison" && grounds.rest.share_measured !== null
      ? {...grounds, rest: {...grounds.rest, share_measured: grounds.rest.share_measured * amount}}
      : grounds,
  "an open window": (grounds) => withEvidence(grounds, () => ({window_closed: false})),
  "a greater minimum of units": (grounds, amount) =>
    withEvidence(grounds, ({minimum_units}) => ({minimum_units: minimum_units * (1 + amount)})),
  unstable: (grounds) => withFigure(grounds, ({status}) => ({status: status === "published" ? "unstable" : status})),
  suppressed: (grounds) => withFigure(grounds, () => ({...empty, status: "suppressed"})),
  immature: (grounds) => withFigure(grounds, () => ({...empty, status: "immature"})),
  insufficient: (grounds) =>
    withFigure(grounds, () => ({value: null, lower: null, upper: null, status: "insufficient"})),
  "a suppressed rest": (grounds) =>
    grounds.kind === "comparison" ? withRest(grounds, {...empty, status: "suppressed"}) : grounds,
  "chance among several comparisons": (grounds) =>
    grounds.kind === "comparison" ? {...grounds, survives_multiplicity: false} : grounds,
  "a comparison not judged among the others": (grounds) =>
    grounds.kind === "comparison" ? {...grounds, survives_multiplicity: null} : grounds,
  "fewer events for each covariate": (grounds, amount) =>
    grounds.kind === "comparison" && grounds.adjustment !== null
      ? {...grounds, adjustment: {events_per_covariate: (grounds.adjustment.events_per_covariate ?? 0) * amount}}
      : grounds,
  "no adjustment, where there was a sound one": (grounds) =>
    grounds.kind === "comparison" && (grounds.adjustment?.events_per_covariate ?? 0) >= 10 && leastUnits(grounds) >= 50
      ? {...grounds, adjustment: null}
      : grounds,
  "a measure that depends on who is admitted": (grounds) =>
    ({...grounds, finding: {...grounds.finding, comparable: false}}) as Grounds,
  "fewer points": (grounds, amount) =>
    grounds.kind === "trend"
      ? {...grounds, chart: {...grounds.chart, points: Math.floor(grounds.chart.points * amount)}}
      : grounds,
  "no signal": (grounds) =>
    grounds.kind === "trend" ? {...grounds, chart: {...grounds.chart, signal: null}} : grounds,
  "a target within the interval": (grounds) =>
    grounds.kind === "target" && grounds.figure.value !== null && isBetween(grounds.figure)
      ? {...grounds, target: {...grounds.target, value: grounds.figure.value}}
      : grounds,
  "a poor match": (grounds) =>
    grounds.kind === "natural_course" ? {...grounds, natural: {...grounds.natural, grade: "D"}} : grounds
};

const empty = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null} as const;

function withFigure(grounds: Grounds, change: (figure: Figure) => Partial<Figure>): Grounds {
  return {...grounds, figure: {...grounds.figure, ...change(grounds.figure)}};
}

function withEvidence(grounds: Grounds, change: (evidence: Evidence) => Partial<Evidence>): Grounds {
  return {...grounds, evidence: {...grounds.evidence, ...change(grounds.evidence)}};
}

function withRest(grounds: Extract<Grounds, {kind: "comparison"}>, change: Partial<Figure>): Grounds {
  return {...grounds, rest: {...grounds.rest, figure: {...grounds.rest.figure, ...change}}};
}

function wider({lower, upper}: Estimate, amount: number): Partial<Estimate> {
  return {lower: lower === null ? null : lower - amount, upper: upper === null ? null : upper + amount};
}

function leastUnits({figure, rest}: Extract<Grounds, {kind: "comparison"}>): number {
  return Math.min(figure.units ?? 0, rest.figure.units ?? 0);
}

/** A limit equal to the value leaves nothing to be within. */
function isBetween({value, lower, upper}: Figure): boolean {
  return value !== null && lower !== null && upper !== null && lower < value && value < upper;
}
