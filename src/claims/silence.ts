import type {ClaimKind, Grounds} from "./grounds.ts";

const nothing: Readonly<Record<ClaimKind, (label: string) => string>> = {
  level: (label) => `no figure for ${label}`,
  movement: (label) => `no figure for ${label}`,
  comparison: (label) => `no comparison of ${label}`,
  trend: (label) => `nothing on how ${label} moves`,
  target: (label) => `nothing on ${label} against its target`,
  missing: (label) => `no range for ${label}`,
  natural_course: (label) => `no natural course beside ${label}`
};

/** That there is nothing to say, and why: no number, and neither period nor group, since the row has them. */
export function silence({kind, finding}: Grounds, because: readonly string[]): string {
  return `${nothing[kind](finding.label)}: ${because[0] ?? "no reason is known"}`;
}
