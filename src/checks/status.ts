import {isSmall} from "../disclosure/primary.ts";
import type {Check} from "./check.ts";

/** not_applicable: there was nothing to check, which is no pass; pass_with_rows: some break the rule, within what is tolerated. */
export type CheckStatus = "pass" | "pass_with_rows" | "fail" | "not_applicable";

/** Below this a share of what was checked says little. */
const smallestJudged = 30;

/**
 * What the counts of a check come to. Where a share is tolerated it is judged only on 30 or more checked and 11 or more that
 * break the rule: a smaller share is chance, and a status that told 2 of 30 from 1 of 30 would publish what is hidden.
 * Example: a tolerance of 0.1 lets 12 of 120 pass with rows and 13 of 120 fail.
 */
export function statusOf(
  {tolerated_share}: Pick<Check, "tolerated_share">,
  violations: number,
  checked: number
): CheckStatus {
  if (violations === 0) return checked === 0 ? "not_applicable" : "pass";
  if (tolerated_share === 0) return "fail";
  const isJudged = checked >= smallestJudged && !isSmall(violations);
  return isJudged && violations / checked > tolerated_share ? "fail" : "pass_with_rows";
}
