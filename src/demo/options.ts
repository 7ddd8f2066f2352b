import {UserError} from "../errors.ts";
import {type Day, firstOfMonth} from "./calendar.ts";
import {examplePrograms, type ProgramPlan} from "./programs.ts";

/** What the example organisation may be asked for. */
export interface DemoOptions {
  readonly seed: number;
  readonly source: string;
  /** Month of the first delivery, "YYYY-MM"; it also brings the three months before it. */
  readonly first_month: string;
  /** Monthly deliveries, 18 to 120. */
  readonly months: number;
  /** New admissions a year; steps between levels of care and readmissions come on top. */
  readonly episodes_per_year: number;
  readonly programs: readonly ProgramPlan[];
}

/** The seed is one whose draws lie within two standard errors of what was asked for, so that a glance at the example agrees. */
export const defaultOptions: DemoOptions = {
  seed: 11,
  source: "synthetic-ehr",
  first_month: "2024-04",
  months: 24,
  episodes_per_year: 500,
  programs: examplePrograms
};

/** Months before the first delivery that it brings along. */
export const historyMonths = 3;

/** The options with defaults for what is not given. Throws a UserError where the example's incidents would not fit. */
export function demoOptions(given: Partial<DemoOptions>): DemoOptions {
  const options = {...defaultOptions, ...given};
  requireWhole("seed", options.seed, 0, Number.MAX_SAFE_INTEGER);
  requireWhole("months", options.months, 18, 120);
  requireWhole("episodes_per_year", options.episodes_per_year, 200, 20000);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(options.first_month))
    throw new UserError("usage", `first_month: expected YYYY-MM, found ${options.first_month}`);
  return options;
}

/** The dates of the monthly deliveries: the last day of each month. */
export function deliveryDays(options: DemoOptions): Day[] {
  return Array.from({length: options.months}, (_, month) => firstOfMonth(options.first_month, month + 1) - 1);
}

function requireWhole(name: string, value: number, low: number, high: number): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new UserError("usage", `${name}: expected a whole number from ${low} to ${high}, found ${value}`);
}
