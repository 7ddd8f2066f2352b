import type {Finding} from "./finding.ts";
import {formatFigure} from "./format.ts";
import type {Evidence, Figure} from "./grounds.ts";
import {
  between,
  bracketed,
  counts,
  interval,
  measuredShare,
  onlyShare,
  predication,
  preposition,
  unitsOf,
  whom,
  whomMeasured
} from "./phrases.ts";
import type {Spoken} from "./strength.ts";

export interface Stated {
  readonly finding: Finding;
  readonly figure: Figure;
  readonly evidence: Pick<Evidence, "share_measured">;
}

/** A figure in words without any direction, as the first part of a sentence: at most descriptive, whatever is allowed. */
export function stateFigure(stated: Stated, strength: Spoken): string {
  switch (strength) {
    case "tentative":
      return `too few to say: ${rangeAlone(stated)}`;
    case "partial":
      return amongMeasured(stated);
    default:
      return plainly(stated);
  }
}

function rangeAlone({finding, figure, evidence}: Stated): string {
  const range = predication(finding, between(figure, figure.unit), "lies");
  const beside = ["95% interval", unitsOf(finding, figure), measuredShare(finding, evidence.share_measured)];
  return `${preposition(finding)} ${whomMeasured(finding, figure)}, ${range}${bracketed(beside)}`;
}

function amongMeasured({finding, figure, evidence}: Stated): string {
  const before = `of ${whom(finding, figure)}, ${onlyShare(evidence.share_measured)} ${finding.measured?.predicate ?? ""}`;
  return `${before}; among them, ${valued(finding, figure)}${bracketed([interval(figure, figure.unit), counts(finding, figure)])}`;
}

function plainly({finding, figure, evidence}: Stated): string {
  const beside = [
    interval(figure, figure.unit),
    counts(finding, figure),
    measuredShare(finding, evidence.share_measured)
  ];
  return `${preposition(finding)} ${whomMeasured(finding, figure)}, ${valued(finding, figure)}${bracketed(beside)}`;
}

/** "62.3% had completed treatment" */
function valued(finding: Finding, {value, unit}: Figure): string {
  return predication(finding, value === null ? "" : formatFigure(value, unit), "was");
}
