/** After Kahn et al. 2016: does the data keep its own rules, is it there, can it be believed. */
export type Category = "conformance" | "completeness" | "plausibility";

/**
 * fatal: our own arithmetic, or the record, is wrong; nothing may be published. error: published, and the run ends with exit
 * code 1. warning: published and shown.
 */
export type Severity = "fatal" | "error" | "warning";

/**
 * A check of data quality. Its rule is `sql/checks/<name>.sql`: a select of violating rows, added up to the columns
 * `source, part, violations, checked`. Only counts leave SQL, never a key of a row. `part` is the program, file or field that a
 * row speaks of; null where it speaks of the whole source.
 */
export interface Check {
  readonly name: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Why it matters, in one sentence for a quality team. */
  readonly because: string;
  /** What to do when it fails. */
  readonly hint: string;
  /** What is looked at, in the plural: "episodes". */
  readonly subject: string;
  /** What the count `checked` counts, in words. */
  readonly checked: string;
  /**
   * people: rows about persons, counts of 1 to 10 of which are hidden when published, and which are therefore never split by
   * program; operations: the organisation's own files, deliveries, programs, months and counts.
   */
  readonly counts: "people" | "operations";
  /** Share (0-1) of what is checked that may break the rule before the check fails. */
  readonly tolerated_share: number;
}
