import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {type Document, isNode, LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {UserError} from "../errors.ts";
import {gradeOf, likenessesOf} from "./match_grade.ts";
import {type NaturalCourse, naturalCourseSchema, type Reference} from "./natural_course_schema.ts";

/**
 * The published courses without the program that a YAML file holds, data/reference/natural_course.yaml for one. Throws a
 * UserError of kind "usage" with file, line and column where it is not there, not YAML, not of the form, or where an entry
 * contradicts itself: a change that is not first less last, or a grade that does not follow from its fields.
 */
export async function readNaturalCourse(file: string): Promise<NaturalCourse> {
  const name = basename(file);
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError("usage", `${name}: expected a file ${file}, found none`, {
      hint: "it comes with Plumbline as data/reference/natural_course.yaml"
    });
  });
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const [error] = document.errors;
  if (error !== undefined) {
    const {line, col} = lines.linePos(error.pos[0]);
    const found = error.code.toLowerCase().replaceAll("_", " ");
    throw new UserError("usage", `${name}:${line}:${col}: expected YAML, found ${found}`, {hint});
  }
  const refuse = ({path, because}: Contradiction) =>
    new UserError("usage", `${name}:${positionOf(document, lines, path)}: ${because}`, {hint});
  const parsed = naturalCourseSchema.safeParse(document.toJS());
  if (!parsed.success) throw refuse(inWords(parsed.error.issues, document));
  const [wrong] = contradictionsOf(parsed.data);
  if (wrong !== undefined) throw refuse(wrong);
  return parsed.data;
}

const hint = "docs/natural-course.md says what an entry holds and how its grade comes about";

interface Contradiction {
  readonly path: readonly PropertyKey[];
  readonly because: string;
}

/** "line:column" of the value at a path, or of what is nearest above it. */
function positionOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (!isNode(node) || !node.range) continue;
    const {line, col} = lines.linePos(node.range[0]);
    return `${line}:${col}`;
  }
  return "1:1";
}

/** The first thing that is wrong; a name that is not known before one that is missing, which it probably was meant for. */
function inWords(issues: readonly z.core.$ZodIssue[], document: Document): Contradiction {
  const unknown = issues.find(({code}) => code === "unrecognized_keys");
  const [issue = unknown] = unknown === undefined ? issues : [unknown];
  if (issue === undefined) return {path: [], because: "expected references, found something else"};
  const found =
    issue.code === "unrecognized_keys"
      ? issue.keys.join(", ")
      : (JSON.stringify(document.getIn(issue.path)) ?? "nothing");
  return {path: issue.path, because: `${placeOf(issue.path, document)}expected ${expectedBy(issue)}, found ${found}`};
}

/** "phq9_newby_2017 change.value: ", by the id of the entry where it has one. */
function placeOf(path: readonly PropertyKey[], document: Document): string {
  const [list, index, ...field] = path;
  const id = index === undefined ? undefined : document.getIn([list, index, "id"]);
  const words = typeof id === "string" ? [id, field.join(".")] : [path.join(".")];
  const place = words.filter((word) => word !== "").join(" ");
  return place === "" ? "" : `${place}: `;
}

/** What a value may be, in words; an expectation of our own is told as it stands. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.join(", ").replace(/, ([^,]*)$/, " or $1");
    case "too_small":
      return issue.origin === "string" ? "a text" : `${issue.minimum} or more`;
    case "too_big":
      return `${issue.maximum} or less`;
    case "unrecognized_keys":
      return "a known name";
    default:
      return issue.message.replace(/^expected /, "").replace(/^Invalid ISO date$/, "a date, for example 2026-11-21");
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  tuple: "two numbers",
  record: "a table",
  object: "a table"
};

function contradictionsOf({grading, references}: NaturalCourse): Contradiction[] {
  const ids = references.map(({id}) => id);
  return references.flatMap((reference, index) => {
    const {id, instrument, grade} = reference;
    const at = (field: string, because: string) => ({path: ["references", index, field], because: `${id}: ${because}`});
    const met = likenessesOf(reference, grading);
    return [
      ids.indexOf(id) < index ? [at("id", "expected an id of its own, found it twice")] : [],
      grading.baseline[instrument] === undefined
        ? [at("instrument", `expected a usual baseline of ${instrument} under grading, found none`)]
        : [],
      changeIsWrong(reference) ? [at("change", "expected the first mean less the last, found another change")] : [],
      grade === gradeOf(met)
        ? []
        : [at("grade", `expected ${gradeOf(met)} for ${met.join(", ") || "no likeness"}, found ${grade}`)]
    ].flat();
  });
}

/** The median of the changes need not be the change of the medians. */
function changeIsWrong({statistic, baseline, end, change}: Reference): boolean {
  return statistic === "mean" && Math.abs(baseline.value - end.value - change.value) > 0.0101;
}

/**
 * The references of an instrument, best grade first; of one grade the span nearest to the given weeks first, unknown spans
 * last, and then the larger group first.
 */
export function referencesFor(
  {references}: NaturalCourse,
  {instrument, weeks}: {readonly instrument: string; readonly weeks: number}
): Reference[] {
  const distance = (reference: Reference) =>
    reference.weeks === null ? Number.MAX_VALUE : Math.abs(reference.weeks - weeks);
  return references
    .filter((reference) => reference.instrument === instrument)
    .sort(
      (a, b) =>
        a.grade.localeCompare(b.grade) ||
        distance(a) - distance(b) ||
        (b.people ?? 0) - (a.people ?? 0) ||
        a.id.localeCompare(b.id)
    );
}
