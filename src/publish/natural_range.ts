import type {NaturalCourseGrounds} from "../claims/grounds.ts";
import type {NaturalCourseRow} from "./natural_course.ts";

const grades = ["A", "B", "C", "D"] as const;

/** The range of published changes of the best grade that there is, and whom and what time it speaks of; null without any. */
export function naturalRange(rows: readonly NaturalCourseRow[]): NaturalCourseGrounds["natural"] | null {
  const grade = grades.find((one) => rows.some((row) => row.grade === one && row.value !== null));
  if (grade === undefined) return null;
  const best = rows.filter((row) => row.grade === grade && row.value !== null);
  const values = best.map(({value}) => value ?? 0);
  return {
    lower: Math.min(...values),
    upper: Math.max(...values),
    whom: best.every(({comparator}) => comparator === "waiting list")
      ? "adults on waiting lists"
      : "adults who waited or had usual care",
    span: spanOf(best.map(({weeks}) => weeks)),
    grade
  };
}

function spanOf(weeks: readonly (number | null)[]): string {
  const known = weeks.filter((one): one is number => one !== null);
  if (known.length < weeks.length) return "over a time that was not reported";
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return first === last ? `in ${first} weeks` : `in ${first} to ${last} weeks`;
}
