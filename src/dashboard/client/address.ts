import {everyone, type View} from "../view.ts";

/** The part of an address that names the period; every other part names a breakdown. */
const periodName = "period";

/**
 * The view that an address asks for: `?program=north-iop&period=2025-Q4`. Two breakdowns are the crossed one of both, in the order
 * in which they are published; parts that the page does not offer are left out.
 */
export function viewOf(search: string, offered: (name: string, value: string) => boolean): View {
  const parts = [...new URLSearchParams(search)].filter(([name, value]) => offered(name, value));
  const period = parts.find(([name]) => name === periodName)?.[1] ?? "";
  const places = parts.filter(([name]) => name !== periodName);
  if (places.length === 0) return {...everyone, ...periodOf(period)};
  return {
    breakdown: places.map(([name]) => name).join("+"),
    group:
      places.length === 1 ? (places[0]?.[1] ?? "") : places.map(([, value]) => value.replaceAll("+", "%2B")).join("+"),
    ...periodOf(period)
  };
}

/** The address of a view, nothing for what pages show anyway. */
export function searchOf(choices: readonly (readonly [name: string, value: string])[]): string {
  const parts = new URLSearchParams(choices.filter(([, value]) => value !== "").map(([name, value]) => [name, value]));
  return parts.size === 0 ? "" : `?${parts}`;
}

function periodOf(period: string): Pick<View, "period" | "period_type"> {
  if (/^\d{4}$/.test(period)) return {period, period_type: "year"};
  if (/^\d{4}-Q[1-4]$/.test(period)) return {period, period_type: "quarter"};
  return {period: "", period_type: "all"};
}
