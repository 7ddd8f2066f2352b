import type {Catalogue} from "./catalogue.ts";
import {formatPeriod} from "./components/format.ts";
import {breakdownLabel, groupLabel, lowerFirst} from "./components/words.ts";
import type {PeriodType} from "./published.ts";

interface Place {
  readonly breakdown: string;
  readonly group: string;
}

/** Whom and when a page shows: one place of the published lattice, and one of its periods. */
export interface View extends Place {
  readonly period_type: PeriodType;
  /** Empty for all time. */
  readonly period: string;
}

/** What every page shows until a filter is set. */
export const everyone: View = {breakdown: "all", group: "", period_type: "all", period: ""};

/** Whether a row speaks of whom the view shows. */
export function isAbout({breakdown, group}: Place): (row: Place) => boolean {
  return (row) => row.breakdown === breakdown && row.group === group;
}

/** Whether a row speaks of when the view shows; rows of tables without months and quarters only name their period. */
export function isDuring({period}: Pick<View, "period">): (row: {readonly period: string}) => boolean {
  return (row) => row.period === period;
}

/** Whether a row is the view's own: of its people and its period. */
export function isShown(view: View): (row: Place & {readonly period: string}) => boolean {
  const [about, during] = [isAbout(view), isDuring(view)];
  return (row) => about(row) && during(row);
}

export function isEveryone({breakdown}: Place): boolean {
  return breakdown === "all";
}

/** Whether the view is what pages show without a filter. */
export function isWhole(view: View): boolean {
  return isEveryone(view) && view.period === "";
}

/** "all programs", "North IOP", "North IOP, payer: Medicaid". */
export function whomInWords(catalogue: Catalogue, {breakdown, group}: Place): string {
  if (breakdown === "all") return "all programs";
  const keys = breakdown.includes("+") ? group.split("+") : [group];
  const parts = breakdown.split("+").map((one, index) => {
    const label = groupLabel(catalogue, one, keys[index] ?? "");
    return one === "program" ? label : `${lowerFirst(breakdownLabel(catalogue, one))}: ${label}`;
  });
  return parts.join(", ");
}

/** "all programs, all time", "North IOP, 2025 Q4". */
export function viewInWords(catalogue: Catalogue, view: View): string {
  return `${whomInWords(catalogue, view)}, ${formatPeriod(view.period)}`;
}
