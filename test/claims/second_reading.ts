import type {Evidence, Figure, Grounds} from "../../src/claims/grounds.ts";
import type {Strength} from "../../src/claims/strength.ts";

/**
 * The rule table of decision 0022, read again without the table: what is allowed is worked out from the weakest
 * sentence upwards, kind by kind.
 */
export function allowedByReading(grounds: Grounds): Strength {
  if (saysNothing(grounds)) return "silent";
  if (isTooFew(grounds)) return "tentative";
  const {kind, finding, evidence} = grounds;
  const share =
    kind === "comparison" ? smaller(evidence.share_measured, grounds.rest.share_measured) : evidence.share_measured;
  const isMostlyMeasured = share !== null && share >= 0.6;
  if (finding.measured?.otherwise === "left_out" && !isMostlyMeasured) return "partial";
  if (kind === "level" || kind === "missing") return "descriptive";
  const isComplete = finding.measured === null || isMostlyMeasured;
  const hasLimits = figuresOf(grounds).every(({lower, upper}) => lower !== null && upper !== null);
  if (!isComplete || !evidence.window_closed || !hasLimits) return "descriptive";
  return verdict(grounds);
}

function saysNothing(grounds: Grounds): boolean {
  const {kind, finding, evidence} = grounds;
  const figures = figuresOf(grounds);
  if (figures.some(({status}) => status !== "published" && status !== "unstable")) return true;
  if (figures.some(({units, value, lower, upper}) => units === null || value === null || (lower ?? upper) === null))
    return true;
  if (figures.some((figure) => isSmall(figure, evidence))) return true;
  if (figures.some(({unit, units}) => unit === "sd" && (units ?? 0) < evidence.minimum_units_effect_size)) return true;
  if (finding.follow_up && kind !== "missing") {
    const shares = [evidence.share_measured, kind === "comparison" ? grounds.rest.share_measured : 1];
    if (shares.some((share) => share === null || share < 0.4)) return true;
  }
  switch (kind) {
    case "comparison":
      return [grounds.difference.value, grounds.difference.lower, grounds.difference.upper].includes(null);
    case "trend":
      return (
        grounds.chart.points < 8 ||
        grounds.chart.centre === null ||
        grounds.chart.lower_limit === null ||
        grounds.chart.upper_limit === null
      );
    case "missing":
      return finding.measured === null;
    default:
      return false;
  }
}

/** A count that is not published and that somebody could read, or so few in all. */
function isSmall({units, numerator, denominator}: Figure, {smallest_shown: least}: Evidence): boolean {
  if ((units ?? 0) < least) return true;
  if (numerator === null || denominator === null) return false;
  return [numerator, denominator - numerator].some((count) => count > 0 && count < least);
}

function isTooFew(grounds: Grounds): boolean {
  const {evidence, finding} = grounds;
  const figures = figuresOf(grounds);
  if (figures.some(({status, units}) => status === "unstable" || (units ?? 0) < evidence.minimum_units)) return true;
  if (figures.some((figure) => figure.unit === "share" && wide(figure, 0.34))) return true;
  return grounds.kind === "missing" && finding.follow_up && (evidence.share_measured ?? 0) < 0.4;
}

function verdict(grounds: Exclude<Grounds, {kind: "level" | "missing"}>): Strength {
  const {figure} = grounds;
  switch (grounds.kind) {
    case "movement":
    case "natural_course": {
      const {finding} = grounds;
      const tooWide =
        (figure.unit === "points" && wide(figure, 1, finding.matters)) || (figure.unit === "sd" && wide(figure, 1));
      const isPoorMatch = grounds.kind === "natural_course" && grounds.natural.grade === "D";
      return tooWide || isPoorMatch || !isClearOf(figure, 0) ? "descriptive" : "directional";
    }
    case "trend": {
      if (grounds.chart.points < 12 || grounds.chart.signal === null) return "descriptive";
      return grounds.finding.better === "neither" ? "directional" : "evaluative";
    }
    case "target": {
      const {value, direction} = grounds.target;
      const {lower, upper} = figure;
      const isMet =
        direction === "at_least"
          ? (lower ?? Number.NEGATIVE_INFINITY) >= value
          : (upper ?? Number.POSITIVE_INFINITY) <= value;
      return isMet || isClearOf(figure, value) ? "evaluative" : "descriptive";
    }
    case "comparison": {
      const {finding, difference, between, survives_multiplicity, adjustment} = grounds;
      const units = Math.min(...figuresOf(grounds).map((one) => one.units ?? 0));
      if (!isClearOf({...difference, unit: figure.unit}, 0)) return "descriptive";
      if (isVagueDifference(grounds)) return "descriptive";
      if (units < 30 || survives_multiplicity !== true) return "descriptive";
      if (between === "places" && !finding.comparable) return "descriptive";
      if (adjustment === null) return "directional";
      const events = adjustment.events_per_covariate ?? (figure.unit === "share" ? 0 : 10);
      if (units < 50 || events < 10) return "descriptive";
      return between === "people" || finding.better === "neither" ? "directional" : "evaluative";
    }
  }
}

function isVagueDifference({difference, finding, figure: {unit}}: Extract<Grounds, {kind: "comparison"}>): boolean {
  if (unit === "share") return wide(difference, 0.48);
  if (unit === "sd") return wide(difference, 1.4);
  return finding.form === "change" && wide(difference, 1.4, finding.matters);
}

function figuresOf(grounds: Grounds): Figure[] {
  return grounds.kind === "comparison" ? [grounds.figure, grounds.rest.figure] : [grounds.figure];
}

/** In units of a step, or as it is. */
function wide({lower, upper}: Pick<Figure, "lower" | "upper">, bound: number, step = 1): boolean {
  return lower === null || upper === null || (upper - lower) / step > bound;
}

/** The interval lies beyond a value on either side, and still does when printed: tenths of a percent and of all else, hundredths of SD. */
function isClearOf({lower, upper, unit}: Pick<Figure, "lower" | "upper" | "unit">, value: number): boolean {
  const printed = (number: number) =>
    unit === "share" ? (100 * number).toFixed(1) : number.toFixed(unit === "sd" ? 2 : 1);
  const isAway = (limit: number) => Number(printed(limit)) !== Number(printed(value));
  return (lower !== null && lower > value && isAway(lower)) || (upper !== null && upper < value && isAway(upper));
}

function smaller(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.min(one, other);
}
