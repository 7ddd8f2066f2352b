import {formatFigure, formatNumber} from "./format.ts";
import type {MissingGrounds} from "./grounds.ts";
import {
  between,
  bracketed,
  counts,
  interval,
  measuredShare,
  predication,
  preposition,
  unitsOf,
  whom
} from "./phrases.ts";
import type {Spoken} from "./strength.ts";

/** The range first: it holds for everyone, the figure only for those who were measured. */
export function missingSentence(grounds: MissingGrounds, strength: Spoken): string {
  if (strength === "tentative") return `too few to say: ${ranged(grounds)}${bracketed(fewWords(grounds))}`;
  return `${ranged(grounds)}; ${observed(grounds)}`;
}

function ranged({finding, figure, range}: MissingGrounds): string {
  const amount = between(range, figure.unit);
  const over = range.over === "bounds" ? "whatever happened to" : "over the assumptions tried about";
  const so = `${preposition(finding)} ${whom(finding, figure)}, ${predication(finding, amount, "lies")}`;
  return `${so}, ${over} those not measured`;
}

function fewWords({finding, figure, evidence}: MissingGrounds): string[] {
  return [unitsOf(finding, figure), measuredShare(finding, evidence.share_measured)];
}

function observed({finding, figure, evidence}: MissingGrounds): string {
  const {value, unit} = figure;
  const {share_measured: share} = evidence;
  const beside = [interval(figure, unit), counts(finding, figure)];
  const is = `it was ${value === null ? "" : formatFigure(value, unit)}`;
  if (finding.measured?.otherwise === "counted_against")
    return `with those not measured counted against it, ${is}${bracketed([...beside, measuredShare(finding, share)])}`;
  const measured =
    share === null ? "those measured, an unknown share," : `the ${formatNumber(share, "share")} measured`;
  return `among ${measured} ${is}${bracketed(beside)}`;
}
