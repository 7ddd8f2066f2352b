import {closest, distance} from "fastest-levenshtein";
import {z} from "zod";
import {instrumentSchema} from "./instrument.ts";

/** What is wrong in a declaration: at which place, and what should stand there. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
  /** The key at the end of the path, where it is the key that is wrong and not its value. */
  readonly found_key?: string;
  readonly hint?: string;
}

/** What the schema has against a declaration, in words for whoever writes it: a key that is not known before one that is missing. */
export function complaintOf(issues: readonly z.core.$ZodIssue[]): Complaint {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown !== undefined) return unknownKey(unknown.keys[0] ?? "", unknown.path);
  const [issue] = issues;
  if (issue === undefined) throw new Error("a declaration was refused without an issue");
  const complaint = {path: issue.path, expected: expectedBy(issue)};
  return issue.code === "invalid_key" ? {...complaint, found_key: String(issue.path.at(-1))} : complaint;
}

/** Names the key that was probably meant, or all there are. */
function unknownKey(key: string, path: readonly PropertyKey[]): Complaint {
  const known = keysAt(path);
  const likely = closest(key, known);
  const isNear = distance(key, likely) <= Math.max(2, key.length / 3);
  const hint = isNear ? `did you mean ${likely}?` : `the keys here are ${known.join(", ")}`;
  return {path: [...path, key], expected: "a known key", found_key: key, hint};
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? issue.expected;
    case "too_small":
      return leastBy(issue);
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
    case "invalid_value":
      return issue.values.join(" or ");
    case "invalid_key":
      return (issue.issues[0]?.message ?? "another key").replace(/^expected /, "");
    default:
      return issue.message.replace(/^expected /, "");
  }
}

function leastBy({origin, inclusive, minimum}: z.core.$ZodIssueTooSmall): string {
  if (origin === "string") return "a text";
  return origin === "array" ? "one at least" : `${inclusive === false ? "more than" : "at least"} ${minimum}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  record: "a table",
  object: "a table"
};

/** The keys of the table at a place. */
function keysAt(path: readonly PropertyKey[]): string[] {
  const table = path.reduce<z.core.$ZodType | undefined>(inside, instrumentSchema);
  const plain = bare(table);
  return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
}

function inside(schema: z.core.$ZodType | undefined, key: PropertyKey): z.core.$ZodType | undefined {
  const plain = bare(schema);
  if (plain instanceof z.ZodArray) return plain.element;
  return plain instanceof z.ZodObject ? plain.shape[String(key)] : undefined;
}

function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}
