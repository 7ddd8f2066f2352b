import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {parseEnv} from "node:util";
import type {z} from "zod";
import {type SettingName, type Settings, settingsSchema} from "../../src/settings.ts";
import {explainIssue} from "./explain_issue.ts";
import {requireTargets} from "./require_targets.ts";
import {flagOf, settingsFromEnvironment, settingsFromFlags, variableOf} from "./sources.ts";
import {readYaml, type YamlFile} from "./yaml_file.ts";

export interface Config {
  readonly settings: Settings;
  /** Where each setting's value came from: "flag", "environment", ".env", the config file's name or "default". */
  readonly origins: Readonly<Record<SettingName, string>>;
  readonly paths: Paths;
  /** Address of the Postgres server, or null for the embedded warehouse. A secret. */
  readonly databaseUrl: string | null;
}

/** Absolute paths. */
export interface Paths {
  readonly deliveries: string;
  /** Holds the embedded database and the archive of deliveries. */
  readonly warehouse: string;
  readonly out: string;
}

interface Given {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
}

/** Reads the configuration: flag over environment over .env over config file over default. Throws a UserError of kind "usage". */
export async function loadConfig({flags, environment, directory}: Given): Promise<Config> {
  const file = await readYaml(configFile(flags, directory));
  const dotenv = await readDotenv(join(directory, ".env"));
  const layers = [
    {origin: "flag", values: settingsFromFlags(flags)},
    {origin: "environment", values: settingsFromEnvironment(environment)},
    {origin: ".env", values: settingsFromEnvironment(dotenv)},
    {origin: file?.name ?? "config", values: file?.values ?? {}}
  ];
  const merged = Object.assign({}, ...layers.map(({values}) => values).reverse());
  const settings = parseSettings(merged, layers, file);
  return {
    settings,
    origins: originsOf(layers),
    paths: pathsOf(flags, directory),
    databaseUrl: databaseUrl({...dotenv, ...environment})
  };
}

interface Layer {
  readonly origin: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function configFile(flags: Given["flags"], directory: string): string | null {
  if (typeof flags.config === "string") return resolve(directory, flags.config);
  const usual = join(directory, "plumbline.yaml");
  return existsSync(usual) ? usual : null;
}

async function readDotenv(file: string): Promise<Record<string, string | undefined>> {
  return existsSync(file) ? parseEnv(await readFile(file, "utf8")) : {};
}

function parseSettings(merged: Record<string, unknown>, layers: readonly Layer[], file: YamlFile | null): Settings {
  const parsed = settingsSchema.safeParse(merged);
  if (parsed.success) {
    requireTargets(parsed.data.targets, (path) => placeOf({path}, layers, file).place);
    return Object.freeze(parsed.data);
  }
  const [issue] = parsed.error.issues as [z.core.$ZodIssue];
  throw explainIssue(issue, merged, placeOf(issue, layers, file));
}

/** plumbline.yaml:3:5, or the variable or flag that holds the value. */
function placeOf(
  issue: z.core.$ZodIssue | {readonly code?: never; readonly path: PropertyKey[]},
  layers: readonly Layer[],
  file: YamlFile | null
) {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const name = String(path[0] ?? "");
  const origin = layers.find(({values}) => name in values)?.origin;
  if (origin === "flag") return {place: `--${flagOf(name)}`, isFile: false};
  if (origin === "environment" || origin === ".env")
    return {place: `${variableOf(name)} in ${origin === ".env" ? ".env" : "the environment"}`, isFile: false};
  return {place: file === null ? "config" : `${file.name}:${file.positionOf(path)}`, isFile: true};
}

function originsOf(layers: readonly Layer[]): Record<SettingName, string> {
  const names = Object.keys(settingsSchema.shape) as SettingName[];
  const pairs = names.map((name) => [name, layers.find(({values}) => name in values)?.origin ?? "default"]);
  return Object.fromEntries(pairs);
}

function pathsOf(flags: Given["flags"], directory: string): Paths {
  const path = (name: string, usual: string) =>
    resolve(directory, typeof flags[name] === "string" ? flags[name] : usual);
  return {
    deliveries: path("deliveries", "deliveries"),
    warehouse: path("warehouse", "data/warehouse"),
    out: path("out", "data/published")
  };
}

/** DATABASE_URL, or an address made of PGHOST and its companions; null where neither is set. */
function databaseUrl(environment: Given["environment"]): string | null {
  const {
    DATABASE_URL,
    PGHOST,
    PGPORT = "5432",
    PGUSER = "postgres",
    PGPASSWORD = "",
    PGDATABASE = PGUSER
  } = environment;
  if (DATABASE_URL !== undefined && DATABASE_URL !== "") return DATABASE_URL;
  if (PGHOST === undefined || PGHOST === "") return null;
  const user = `${encodeURIComponent(PGUSER)}:${encodeURIComponent(PGPASSWORD)}`;
  return `postgres://${user}@${encodeURIComponent(PGHOST)}:${PGPORT}/${encodeURIComponent(PGDATABASE)}`;
}
