/** How strong a sentence may be, weakest first; each permits what stands before it as well. */
export const strengths = [
  {id: "silent", permits: "no figure, only why there is none"},
  {id: "tentative", permits: "the interval alone, as too few to say"},
  {id: "partial", permits: "the figure among those who were measured, after their share; no direction"},
  {id: "descriptive", permits: "the figure with its interval and count; no direction"},
  {
    id: "directional",
    permits: "that scores fell or rose, that two figures differ, that a chart shifts; after adjustment, higher or lower"
  },
  {id: "evaluative", permits: "that it is better or worse, an improvement or a worsening, a target met or not met"}
] as const;

export type Strength = (typeof strengths)[number]["id"];
/** The strengths of sentences that say something of the figure. */
export type Spoken = Exclude<Strength, "silent">;

/** The weakest of several strengths. */
export function weakest(among: readonly [Strength, ...Strength[]]): Strength {
  return among.reduce((one, other) => (isWeaker(other, one) ? other : one));
}

export function isWeaker(one: Strength, other: Strength): boolean {
  return place(one) < place(other);
}

function place(strength: Strength): number {
  return strengths.findIndex(({id}) => id === strength);
}
