import {isSmall} from "../disclosure/primary.ts";
import {escapeGroup} from "../measures/dimensions.ts";
import {followup_retention} from "../measures/followup.ts";
import {type Group, type Period, spotKey} from "./lattice.ts";
import type {Result} from "./result.ts";

/** What results.csv hides, or shows, of a place, that reached.csv must not tell. */
export interface HiddenInPlace {
  /** Six-month follow-up of the place itself is hidden. */
  readonly all: boolean;
  /** Six-month follow-up of this group of the place is hidden. */
  level(characteristic: string, level: string): boolean;
  /** Of so many reached who have this score, those without a six-month score of the same instrument would follow: 1 to 10. */
  score(characteristic: string, reached: number): boolean;
}

/** The figures whose units are those with a score and a six-month score, by the score. */
const unitsByScore: Readonly<Record<string, string>> = {
  phq9_baseline: "phq9_change_at_followup",
  phq9_last: "phq9_change_since_discharge",
  phq9_change: "phq9_change_since_discharge"
};

export function hiddenPlaces(results: readonly Result[]): (place: Group & Period) => HiddenInPlace {
  const hidden = new Set(results.filter(isHidden).map(spotKey));
  const units = new Map(results.map((result) => [`${result.measure}|${spotKey(result)}`, result.units]));
  return (place) => ({
    all: hidden.has(spotKey(place)),
    level: (characteristic, level) =>
      groupsOf(place, characteristic, level).some((group) => hidden.has(spotKey(group))),
    score: (characteristic, reached) => {
      const shown = units.get(`${unitsByScore[characteristic]}|${spotKey(place)}`) ?? null;
      return shown !== null && isSmall(reached - shown);
    }
  });
}

function isHidden({measure, status}: Result): boolean {
  return measure === followup_retention.id && status === "suppressed";
}

/** Where results.csv has the people of a level of a place: in a breakdown of its own, or crossed in either order. */
function groupsOf(
  {breakdown, group, ...period}: Group & Period,
  characteristic: string,
  level: string
): (Group & Period)[] {
  if (breakdown === "all") return [{breakdown: characteristic, group: level, ...period}];
  const [own, other] = [escapeGroup(group), escapeGroup(level)];
  return [
    {breakdown: `${breakdown}+${characteristic}`, group: `${own}+${other}`, ...period},
    {breakdown: `${characteristic}+${breakdown}`, group: `${other}+${own}`, ...period}
  ];
}
