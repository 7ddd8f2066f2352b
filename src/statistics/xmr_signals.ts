export type XmrRule = "outside_limits" | "trend" | "two_of_three" | "shift";

/** Why a point is no chance variation, and to which side it (or the trend it is part of) goes. */
export interface XmrFinding {
  readonly rule: XmrRule;
  readonly towards: "high" | "low";
}

/** A point in units of the mean moving range from the centre; limits lie at 2.66 of these. */
export const limitDistance = 2.66;

type Side = -1 | 0 | 1;

/**
 * The finding of each point, or null, given the values and their distances from the centre in mean moving ranges.
 *
 * Method: the four rules of NHS England's Making Data Count, the first that holds counts: a point outside the limits;
 * seven points each higher (or each lower) than the one before; two of three points on one side of the centre in the
 * outer third between centre and limit (those two or three are marked); seven points on one side of the centre.
 * A point of two trends takes the later one.
 * Source: https://nhs-r-community.github.io/NHSRplotthedots/ (the order, and what is marked)
 *
 * @example findSignals([1, 2, 3, 4, 5, 6, 7], [-3, -2, -1, 0, 1, 2, 3])
 * // outside_limits low, then five of trend high, then outside_limits high
 */
export function findSignals(values: readonly number[], distances: readonly number[]): (XmrFinding | null)[] {
  const sides = distances.map(sideOf);
  const marks: [XmrRule, Side[]][] = [
    ["outside_limits", distances.map((distance) => (isOutside(distance) ? sideOf(distance) : 0))],
    ["trend", markRuns(values.length, 7, (start) => commonSide(steps(values.slice(start, start + 7))))],
    ["two_of_three", markNearPairs(distances, sides)],
    ["shift", markRuns(values.length, 7, (start) => commonSide(sides.slice(start, start + 7)))]
  ];
  return values.map((_, index) => firstFinding(marks, index));
}

function firstFinding(marks: readonly [XmrRule, Side[]][], index: number): XmrFinding | null {
  const first = marks.find(([, sides]) => sides[index] !== 0);
  return first ? {rule: first[0], towards: first[1][index] === 1 ? "high" : "low"} : null;
}

function markNearPairs(distances: readonly number[], sides: readonly Side[]): Side[] {
  const near = distances.map(isNear);
  const inWindow = markRuns(distances.length, 3, (start) => {
    const nearPoints = near.slice(start, start + 3).filter(Boolean).length;
    return nearPoints >= 2 ? commonSide(sides.slice(start, start + 3)) : 0;
  });
  return inWindow.map((side, index) => (near[index] ? side : 0));
}

/** Marks the points of every run of `length` consecutive points that has a side. */
function markRuns(points: number, length: number, sideAt: (start: number) => Side): Side[] {
  const marks = new Array<Side>(points).fill(0);
  for (let start = 0; start + length <= points; start += 1) {
    const side = sideAt(start);
    if (side !== 0) marks.fill(side, start, start + length);
  }
  return marks;
}

function steps(values: readonly number[]): Side[] {
  return values.slice(1).map((value, index) => sideOf(value - (values[index] ?? value)));
}

function commonSide(sides: readonly Side[]): Side {
  const [first = 0] = sides;
  return sides.every((side) => side === first) ? first : 0;
}

function isOutside(distance: number): boolean {
  return Math.abs(distance) > limitDistance;
}

function isNear(distance: number): boolean {
  return !isOutside(distance) && Math.abs(distance) > (2 * limitDistance) / 3;
}

function sideOf(difference: number): Side {
  if (difference === 0) return 0;
  return difference > 0 ? 1 : -1;
}
