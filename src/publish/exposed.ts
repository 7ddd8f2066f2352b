import {UserError} from "../errors.ts";
import type {CountName} from "./release_counts.ts";

const mostNamed = 5;

/**
 * Why a release is not written: places of which a small count could be told, whatever else is hidden, and the measures whose rows
 * would tell it. No count is named, nor its range.
 */
export function exposed(counts: readonly CountName[], measures: readonly string[]): UserError {
  const places = [...new Set(counts.map(({place}) => place))].sort();
  const whereabouts = some(places.map(placeInWords), "; ");
  const from = measures.length === 0 ? "" : ` from rows of ${some([...measures].sort(), ", ")}`;
  return new UserError(
    "disclosure",
    `the audit: expected no small count to follow from what is published, found some${from} in ${whereabouts}; nothing was published`,
    {hint: `make these coarser: ${coarsen(places)}`}
  );
}

function some(names: readonly string[], separator: string): string {
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  return names.slice(0, mostNamed).join(separator) + more;
}

/** A key of a place, "program|quarter|2025-Q1|north", in words. */
function placeInWords(place: string): string {
  const [breakdown = "", type = "", period = "", ...group] = place.split("|");
  const where = breakdown === "all" ? "all programs" : `${breakdown} ${group.join("|")}`;
  return type === "all" ? `${where}, all time` : `${where}, ${period}`;
}

function coarsen(places: readonly string[]): string {
  const breakdowns = [...new Set(places.map((place) => place.split("|")[0] ?? ""))];
  const crossed = breakdowns.filter((breakdown) => breakdown.includes("+"));
  if (crossed.length > 0) return `leave ${crossed.join(" and ")} out of crossed_breakdowns`;
  const groups = breakdowns.filter((breakdown) => breakdown !== "all");
  if (groups.length > 0) return `deliver fewer groups of ${groups.join(" and ")}, by merging the smallest`;
  return "publish again when more people have been counted";
}
