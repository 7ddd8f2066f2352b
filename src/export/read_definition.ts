import type {z} from "zod";
import type {UserError} from "../errors.ts";
import {type CohortDefinition, cohortSchema} from "./cohort_schema.ts";
import {type DefinitionFile, mistakeAt, unknownName, valueAt} from "./definition_file.ts";

/** A request of the right form, defaults filled in. Throws a UserError that says where it is not, and what was probably meant. */
export function readDefinition(file: DefinitionFile): CohortDefinition {
  const parsed = cohortSchema.safeParse(file.values);
  if (parsed.success) return parsed.data;
  throw complaintOf(parsed.error.issues, file);
}

/** A name that is not known before one that is missing, which it probably was meant for. */
function complaintOf(issues: readonly z.core.$ZodIssue[], file: DefinitionFile): UserError {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown !== undefined) {
    const key = unknown.keys[0] ?? "";
    const path = [...unknown.path, key];
    return unknownName(file, path, {expected: "a known name", found: key, known: keysAt(unknown.path)});
  }
  const [issue] = issues;
  if (issue === undefined) throw new Error("a request was refused without an issue");
  return mistakeAt(file, issue.path, {expected: expectedBy(issue), found: valueAt(file, issue.path)});
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? issue.expected;
    case "too_small":
      return issue.message.startsWith("expected ") ? own(issue) : leastBy(issue);
    case "too_big":
      return issue.origin === "string" ? `${issue.maximum} characters at most` : `${issue.maximum} or less`;
    case "invalid_value":
      return issue.values.join(", ").replace(/, ([^,]*)$/, " or $1");
    default:
      return own(issue);
  }
}

/** An expectation of ours is told as it stands. */
function own({message}: z.core.$ZodIssue): string {
  return message.replace(/^expected /, "");
}

function leastBy({origin, minimum}: z.core.$ZodIssueTooSmall): string {
  if (origin === "string") return "a text";
  return origin === "array" ? "one at least" : `${minimum} or more`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  record: "a field and what it may be",
  object: "a table"
};

/** The names that may stand in the table at a path. */
function keysAt(path: readonly PropertyKey[]): string[] {
  const [section] = path;
  if (section === undefined) return Object.keys(cohortSchema.shape);
  return sections[String(section)] ?? [];
}

const sections: Readonly<Record<string, string[]>> = {
  basis: ["kind", "number"],
  period: ["by", "from", "to"],
  expert_determination: ["by", "on", "reference"],
  item9: ["basis", "number"],
  part2: ["basis", "number"],
  include: ["from", "to"],
  exclude: ["from", "to"],
  generalise: ["field", "to", "merge"]
};
