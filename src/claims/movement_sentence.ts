import {fellOrRose} from "./fell_or_rose.ts";
import type {MovementGrounds} from "./grounds.ts";
import {zeroIn} from "./interval_side.ts";
import {stateFigure} from "./state_figure.ts";
import type {Spoken} from "./strength.ts";

export function movementSentence(grounds: MovementGrounds, strength: Spoken): string {
  if (strength === "directional" || strength === "evaluative") return fellOrRose(grounds);
  const {figure} = grounds;
  const isOpen = strength !== "tentative" && zeroIn(figure, figure.unit) === "inside";
  return `${stateFigure(grounds, strength)}${isOpen ? "; zero lies within the interval" : ""}`;
}
