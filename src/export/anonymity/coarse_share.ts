/** Fewest people that a step of a rounded share may stand for, so that no count of 1 to 10 can be read from it. */
const fewest = 11;
const steps = [0.05, 0.1, 0.25, 0.5];

/** What a share of so many people is rounded to: the finest step that stands for 11 people or more; null where people are too few. */
export function coarseStep(people: number): number | null {
  return steps.find((step) => step * people >= fewest) ?? null;
}

/**
 * A share rounded down to a step that stands for 11 people or more; null where people are too few.
 *
 * @example coarseShare(148, 150) // 0.9, as 0.1 of 150 are 15 people
 */
export function coarseShare(count: number, people: number): number | null {
  const step = coarseStep(people);
  return step === null ? null : roundDown(count / people, step);
}

/** The multiple of a step at or below a number, without the dust of binary fractions. */
export function roundDown(value: number, step: number): number {
  return Number((Math.floor(value / step + 1e-9) * step).toFixed(6));
}

/** The multiple of a step at or above a number. */
export function roundUp(value: number, step: number): number {
  return Number((Math.ceil(value / step - 1e-9) * step).toFixed(6));
}
