import {isOverUnits, type Measure, type UnitMeasure} from "./measure.ts";

/**
 * The measure under whose name the sums or histogram of a measure are counted: the first of those that are made from the same
 * ones. Change and effect size are two figures of the same sums; time in program and planned exit of the same times.
 */
export function countedAs(measures: readonly Measure[]): (measure: Measure) => string {
  const first = new Map<string, string>();
  for (const measure of measures) {
    const key = signatureOf(measure);
    if (!first.has(key)) first.set(key, measure.id);
  }
  return (measure) => first.get(signatureOf(measure)) ?? measure.id;
}

/** The measures whose sums or histogram are counted under a name. */
export function countedUnder(measures: readonly Measure[]): Map<string, Measure[]> {
  return Map.groupBy(measures, countedAs(measures));
}

/**
 * The measures of quarters whose cohort is what a measure counts: whether their quarters are closed or open is known from it, also
 * where none of the cohort is counted in them.
 */
export function cohortOf(measures: readonly Measure[]): Map<string, Measure[]> {
  const ofQuarters = measures.filter(isOverUnits).filter(({quarter}) => quarter !== undefined);
  const signature = ({quarter}: UnitMeasure) => JSON.stringify(quarter);
  const cohorts = ofQuarters.filter(
    ({counted, quarter}) => JSON.stringify(counted) === JSON.stringify(quarter?.cohort)
  );
  return new Map(
    cohorts.map((cohort) => [cohort.id, ofQuarters.filter((measure) => signature(measure) === signature(cohort))])
  );
}

/** The first of each set of measures that are made from the same counts. */
export function distinctCounts<M extends UnitMeasure>(measures: readonly M[]): M[] {
  const nameOf = countedAs(measures);
  return measures.filter((measure) => nameOf(measure) === measure.id);
}

function signatureOf(measure: Measure): string {
  switch (measure.kind) {
    case "mean_change":
    case "effect_size":
      return JSON.stringify([unitsOf(measure), measure.pair]);
    case "median":
    case "share_within":
      return JSON.stringify([unitsOf(measure), measure.value]);
    case "time_to_event":
    case "cumulative_incidence":
      return JSON.stringify([unitsOf(measure), measure.value, measure.event]);
    default:
      return measure.id;
  }
}

function unitsOf({grain, instrument, period_by, counted, quarter}: UnitMeasure) {
  return [grain, instrument, period_by, counted, quarter];
}
