import type {Grounds} from "./grounds.ts";

/** Numbers that cannot be are a mistake of ours, and no ground for a sentence: unknown is null. */
export function requireSound(grounds: Grounds): void {
  const {finding, evidence} = grounds;
  if (!numbersIn(grounds).every(Number.isFinite)) throw new Error(`${finding.label}: a number that is not finite`);
  const shares = [evidence.share_measured, grounds.kind === "comparison" ? grounds.rest.share_measured : null];
  if (shares.some((share) => share !== null && (share < 0 || share > 1)))
    throw new Error(`${finding.label}: a share measured that is not between 0 and 1`);
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
