import {fellOrRose} from "./fell_or_rose.ts";
import {formatFigure, formatNumber} from "./format.ts";
import type {NaturalCourseGrounds} from "./grounds.ts";
import {zeroIn} from "./interval_side.ts";
import {signWords} from "./phrases.ts";
import {stateFigure} from "./state_figure.ts";
import type {Spoken} from "./strength.ts";

/** Ours and the published change side by side; that one is larger is left to the reader. */
export function naturalCourseSentence(grounds: NaturalCourseGrounds, strength: Spoken): string {
  if (strength === "tentative") return stateFigure(grounds, strength);
  const isMovement = strength === "directional" || strength === "evaluative";
  const ours = isMovement ? fellOrRose(grounds) : stateFigure(grounds, strength);
  return `${ours}; ${publishedChange(grounds, isMovement)} (grade ${grounds.natural.grade} match)`;
}

function publishedChange(grounds: NaturalCourseGrounds, isMovement: boolean): string {
  const {finding, figure, natural} = grounds;
  const {whom, span} = natural;
  const isGain = zeroIn({value: null, lower: natural.lower, upper: null}, figure.unit) === "outside";
  if (isMovement && isGain)
    return `those of ${whom} ${finding.gain === "fall" ? "fell" : "rose"} by about ${amount(grounds)} ${span}`;
  const sign = isMovement ? `, ${signWords(finding)}` : "";
  return `the change of ${whom} ${span} was about ${amount(grounds)}${sign}`;
}

/** "0.5 to 2.0 points", or "2.0 points" where both are printed alike */
function amount({natural: {lower, upper}, figure: {unit}}: NaturalCourseGrounds): string {
  const [from, to] = [formatNumber(lower, unit), formatNumber(upper, unit)];
  return from === to ? formatFigure(upper, unit) : `${from} to ${formatFigure(upper, unit)}`;
}
