import type {ChangeFinding} from "./finding.ts";
import {formatFigure, formatNumber} from "./format.ts";
import type {Figure, MovementGrounds, NaturalCourseGrounds} from "./grounds.ts";
import {bracketed, counts, measuredShare, whomMeasured} from "./phrases.ts";

/** "among people …, PHQ-9 scores fell by 5.1 points on average from admission to the last score (…)" */
export function fellOrRose({finding, figure, evidence}: MovementGrounds | NaturalCourseGrounds): string {
  const {value, lower, upper, unit} = figure;
  if (value === null || lower === null || upper === null) throw new Error("a direction without an interval");
  const [low, high] = value < 0 ? [-upper, -lower] : [lower, upper];
  const beside = [
    `95% interval ${formatNumber(low, unit)} to ${formatNumber(high, unit)}`,
    counts(finding, figure),
    measuredShare(finding, evidence.share_measured)
  ];
  const moved = `${finding.scores} ${verb(finding, figure)} by ${formatFigure(Math.abs(value), unit)} on average`;
  return `among ${whomMeasured(finding, figure)}, ${moved} ${finding.span}${bracketed(beside)}`;
}

function verb({gain}: ChangeFinding, {value}: Figure): "fell" | "rose" {
  const isGain = value !== null && value > 0;
  return isGain === (gain === "fall") ? "fell" : "rose";
}
