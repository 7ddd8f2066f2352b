import type {Measure, UnitMeasure} from "../measures/measure.ts";
import {stepLabel} from "../measures/steps.ts";
import {type CohortField, coded, field} from "./fields.ts";
import {speaksOfEpisodes, usesItem9} from "./read_verdicts.ts";

/** For each measure that says something of single episodes, what it says, in a column of its name. */
export function measureFields(measures: readonly Measure[]): CohortField[] {
  return measures.filter(speaksOfEpisodes).flatMap((measure) => {
    if (measure.kind === "proportion") return [verdictOf(measure)];
    return measure.kind === "mean_change" ? [changeOf(measure)] : [];
  });
}

function verdictOf(measure: UnitMeasure): CohortField {
  const item9 = usesItem9(measure);
  return coded({
    ...shared(measure),
    levels: [
      {code: "yes", label: "yes"},
      {code: "no", label: "no"},
      {code: "not_counted", label: "not counted"}
    ],
    sensitivity: item9 ? "sensitive" : "none",
    harms: item9 ? ["yes"] : null,
    of: ({verdicts}) => {
      const verdict = verdicts.get(measure.id);
      if (verdict === undefined) return "not_counted";
      return verdict.is_numerator === true ? "yes" : "no";
    }
  });
}

function changeOf(measure: UnitMeasure): CohortField {
  return field({
    ...shared(measure),
    unit: "points, a fall is positive",
    of: ({verdicts}) => verdicts.get(measure.id)?.change ?? null
  });
}

function shared(measure: UnitMeasure) {
  const {id, label, version, method, counted} = measure;
  const steps = counted.map((condition) => stepLabel(condition, measure)).join("; ");
  return {
    name: id,
    label,
    derivation: `${method} Counted: ${steps}.`,
    source: `measure ${id}, version ${version}`,
    uses_item_9: usesItem9(measure),
    measure: id
  };
}
