import {formatFigure} from "./format.ts";
import type {TargetGrounds} from "./grounds.ts";
import {sideOf} from "./interval_side.ts";
import {stateFigure} from "./state_figure.ts";
import type {Spoken} from "./strength.ts";

export function targetSentence(grounds: TargetGrounds, strength: Spoken): string {
  const {figure, target} = grounds;
  const bound = `${target.direction === "at_least" ? "at least" : "at most"} ${formatFigure(target.value, figure.unit)}`;
  const stated = stateFigure(grounds, strength);
  const side = sideOf(grounds);
  if (strength === "evaluative") return `the target of ${bound} was ${side === "met" ? "met" : "not met"}: ${stated}`;
  return `${stated}; the target is ${bound}${side === "inside" ? ", which lies within the interval" : ""}`;
}
