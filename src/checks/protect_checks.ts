import {isSmall} from "../disclosure/primary.ts";
import {checks} from "./index.ts";
import type {CheckResult} from "./run_checks.ts";

/** A row of quality.csv: counts that could point at people are null. */
export interface PublishedCheck extends Omit<CheckResult, "violations" | "checked"> {
  readonly violations: number | null;
  readonly checked: number | null;
}

/**
 * The results as they may be published. Of checks that count people, counts of 1 to 10 are hidden, and so are violations that
 * leave 1 to 10 of what was checked, and a `checked` that differs by 1 to 10 from one shown for the same source: the difference
 * of two nested counts is a count too. Counts of the organisation's own files, deliveries, programs and months stay, and so do
 * zeros and the status, which says no more of a hidden count than that it is 1 to 10.
 */
export function protectChecks(results: readonly CheckResult[]): PublishedCheck[] {
  const aboutPeople = new Set(checks.filter(({counts}) => counts === "people").map(({name}) => name));
  const ofPeople = results.filter(({check}) => aboutPeople.has(check));
  const bySource = Map.groupBy(ofPeople, ({source}) => source);
  const shown = new Map([...bySource].map(([source, rows]) => [source, shownTogether(rows)]));
  return results.map((result) =>
    aboutPeople.has(result.check) ? hideSmall(result, shown.get(result.source) ?? []) : result
  );
}

/** Counts that may stand beside each other; of two that may not, the one that stands in more rows is kept. */
function shownTogether(results: readonly CheckResult[]): number[] {
  const byCount = [...Map.groupBy(results, ({checked}) => checked)].sort(([, a], [, b]) => b.length - a.length);
  const shown: number[] = [];
  for (const [checked] of byCount)
    if (!isSmall(checked) && !shown.some((other) => isSmall(Math.abs(other - checked)))) shown.push(checked);
  return shown;
}

function hideSmall(result: CheckResult, shown: readonly number[]): PublishedCheck {
  const {violations, checked} = result;
  const isShown = shown.includes(checked);
  const tellsNothing = violations === 0 || (isShown && !isSmall(violations) && !isSmall(checked - violations));
  return {...result, violations: tellsNothing ? violations : null, checked: isShown ? checked : null};
}
