import {closest} from "fastest-levenshtein";
import type {z} from "zod";
import {UserError} from "../../src/errors.ts";
import {settingsSchema} from "../../src/settings.ts";

/** What is wrong with a setting, as place, expected and found, with the setting that was probably meant. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  given: Readonly<Record<string, unknown>>,
  place: string
): UserError {
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) return unknownSetting(issue.keys[0] ?? "", place);
  const name = issue.path.map(String).join(".");
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    given
  );
  return new UserError("usage", `${place}: ${name}: ${lowerFirst(issue.message)}, found ${JSON.stringify(found)}`, {
    hint: hintFor(String(issue.path[0] ?? ""))
  });
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
    : `${label}${unit === undefined ? "" : `, ${unit}`}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
