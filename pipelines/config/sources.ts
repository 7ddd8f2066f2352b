import {defaultSettings, type SettingName, settingsSchema} from "../../src/settings.ts";
import type {Option, Options} from "../options.ts";

/** Settings of one plain value can also be given as a flag or in the environment; lists and tables only in plumbline.yaml. */
const plain = Object.keys(settingsSchema.shape).filter(
  (name) => !["crossed_breakdowns", "annotations", "targets", "success", "unknown_columns", "fail_on"].includes(name)
) as SettingName[];

/** stale_after_days -> stale-after-days */
export function flagOf(name: string): string {
  return name.replaceAll("_", "-");
}

/** stale_after_days -> PLUMBLINE_STALE_AFTER_DAYS */
export function variableOf(name: string): string {
  return `PLUMBLINE_${name.toUpperCase()}`;
}

/** The settings as options of the command line. */
export const settingOptions: Options = Object.fromEntries(plain.map((name) => [flagOf(name), optionOf(name)]));

function optionOf(name: SettingName): Option {
  const {label, unit} = settingsSchema.shape[name].meta() ?? {};
  const usual = `default ${defaultSettings[name]}`;
  return {value: "VALUE", text: `${label ?? name} (${unit === undefined ? usual : `${unit}; ${usual}`})`};
}

type Texts = Readonly<Record<string, unknown>>;

/** Values of settings among flags. */
export function settingsFromFlags(flags: Texts): Record<string, unknown> {
  return collect(plain, (name) => flags[flagOf(name)]);
}

/** Values of settings among environment variables. */
export function settingsFromEnvironment(environment: Texts): Record<string, unknown> {
  return collect(plain, (name) => environment[variableOf(name)]);
}

function collect(names: readonly SettingName[], read: (name: string) => unknown): Record<string, unknown> {
  const given = names
    .map((name) => [name, read(name)] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(given.map(([name, value]) => [name, plainValue(name, String(value))]));
}

/** A text where the setting takes it as one, else the plain value that it looks like. */
function plainValue(name: SettingName, text: string): string | number | boolean {
  if (settingsSchema.shape[name].safeParse(text).success) return text;
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
