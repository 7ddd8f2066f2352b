import type {Grade, NaturalCourse, Reference} from "./natural_course_schema.ts";

/** What makes a reference like adults in an intensive outpatient program, in the order in which the documentation says it. */
export const likenesses = ["severity", "setting", "span", "design", "reading"] as const;

export type Likeness = (typeof likenesses)[number];

/** In what a reference is like the program's people. */
export function likenessesOf(reference: Reference, grading: NaturalCourse["grading"]): Likeness[] {
  const {instrument, baseline, setting, weeks, comparator, read, people} = reference;
  const usual = grading.baseline[instrument];
  const holds: Record<Likeness, boolean> = {
    severity: usual !== undefined && Math.abs(baseline.value - usual) <= grading.points,
    setting: setting === "specialist",
    span: weeks !== null && weeks >= grading.weeks.from && weeks <= grading.weeks.to,
    design: comparator === "waiting list",
    reading: ["table", "abstract", "raw data"].includes(read.in) && people !== null && hasSpread(baseline)
  };
  return likenesses.filter((likeness) => holds[likeness]);
}

function hasSpread({sd, standard_error, quartiles}: Reference["baseline"]): boolean {
  return sd !== null || standard_error !== null || quartiles !== null;
}

/** All five are A, four B, three C, fewer D. */
export function gradeOf(met: readonly Likeness[]): Grade {
  return (["D", "D", "D", "C", "B", "A"] as const)[met.length] ?? "D";
}
