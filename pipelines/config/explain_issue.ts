import {closest} from "fastest-levenshtein";
import type {z} from "zod";
import {UserError} from "../../src/errors.ts";
import {settingsSchema} from "../../src/settings.ts";

/**
 * What is wrong with a setting, as place, expected and found, with the setting that was probably meant. A place in a file does
 * not name the setting; a flag or variable does.
 */
export function explainIssue(
  issue: z.core.$ZodIssue,
  given: Readonly<Record<string, unknown>>,
  {place, isFile}: {readonly place: string; readonly isFile: boolean}
): UserError {
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) return unknownSetting(issue.keys[0] ?? "", place);
  const name = issue.path.map(String).join(".");
  const where = isFile ? `${place}: ${name}` : place;
  return new UserError("usage", `${where}: expected ${expectedBy(issue)}, found ${foundAt(issue, given)}`, {
    hint: hintFor(String(issue.path[0] ?? ""))
  });
}

/** Of what a setting may be, in words; an expectation of our own is told as it stands. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? issue.expected;
    case "too_small":
      return issue.origin === "string" ? "a text" : `${issue.minimum} or more`;
    case "too_big":
      return `${issue.maximum} or less`;
    case "invalid_value":
      return issue.values.join(" or ");
    case "unrecognized_keys":
      return "a known name";
    default:
      return issue.message.replace(/^expected /, "");
  }
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

function foundAt(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(" ");
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    given
  );
  return JSON.stringify(found) ?? "nothing";
}

function unknownSetting(name: string, place: string): UserError {
  const known = Object.keys(settingsSchema.shape);
  return new UserError("usage", `${place}: expected a setting, found ${name}`, {
    hint: `did you mean ${closest(name, known)}? plumbline config lists them all`
  });
}

function hintFor(name: string): string {
  const field = settingsSchema.shape[name as keyof typeof settingsSchema.shape];
  const {label, unit} = field?.meta() ?? {};
  return label === undefined
    ? "plumbline config lists all settings"
    : `${label}${unit === undefined ? "" : ` (${unit})`}`;
}
