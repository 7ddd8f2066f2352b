import type {Protection} from "./knowledge.ts";

/** What an organisation has promised to hide. */
export interface Profile extends Protection {
  readonly name: string;
  /** The largest count that is small. */
  readonly largest: number;
  /** Counts are published as multiples of this; 1 is as they are. */
  readonly base: number;
}

/**
 * The profiles. cms11: the rule for small cells of the US Centers for Medicare and Medicaid Services, no count of 1 to 10, nor
 * anything it can be derived from. threshold5: no count of 1 to 4. round5: no count of 1 to 4, and all others as multiples of 5.
 * A hidden count must stay possible over a range as wide as the largest that is hidden.
 */
export const profiles = {
  cms11: profile("cms11", 10, 1),
  threshold5: profile("threshold5", 4, 1),
  round5: profile("round5", 4, 5)
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;

function profile(name: string, largest: number, base: number): Profile {
  return {name, largest, base, width: largest, isSmall: (count) => count >= 1 && count <= largest};
}
