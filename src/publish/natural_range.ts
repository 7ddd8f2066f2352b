import type {NaturalCourseGrounds} from "../claims/grounds.ts";
import type {NaturalCourseRow} from "./natural_course.ts";

/** The range of published changes of the best grade that there is, and whom and what time it speaks of; null without any. */
export function naturalRange(rows: readonly NaturalCourseRow[]): NaturalCourseGrounds["natural"] | null {
  const grade = rows
    .map((row) => row.grade)
    .reduce((best, one) => (one !== "" && (best === "" || one < best) ? one : best), "");
  const best = rows.filter((row) => row.grade === grade && row.value !== null);
  if (grade === "" || best.length === 0) return null;
  const values = best.map(({value}) => value ?? 0);
  const waited = best.every(({note}) => note.includes("; waiting list;"));
  return {
    lower: Math.min(...values),
    upper: Math.max(...values),
    whom: waited ? "adults on waiting lists" : "adults who waited or had usual care",
    span: spanOf(best.map(({weeks}) => weeks)),
    grade: grade as "A" | "B" | "C" | "D"
  };
}

function spanOf(weeks: readonly (number | null)[]): string {
  const known = weeks.filter((one): one is number => one !== null);
  if (known.length < weeks.length) return "over a time that was not reported";
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return first === last ? `in ${first} weeks` : `in ${first} to ${last} weeks`;
}
