import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type PackageFile, type PackageOptions, packageFiles} from "../../../src/export/package/package_files.ts";
import type {Field, Level, Table, Value} from "../../../src/export/table.ts";

const plain = {
  levels: null,
  unit: null,
  missing_reason: null,
  derivation: "as delivered",
  source: "episodes.csv",
  sensitivity: "none"
} as const;

export function field(name: string, type: Field["type"], more: Partial<Field> = {}): Field {
  return {name, label: `Label of ${name}`, type, ...plain, ...more};
}

export function coded(name: string, levels: readonly (readonly [Level["code"], string])[], more: Partial<Field> = {}) {
  const type = typeof levels[0]?.[0] === "number" ? "integer" : "string";
  return field(name, type, {levels: levels.map(([code, label]) => ({code, label})), ...more});
}

/** Values and words that programs stumble over: every one is harmless. */
export const awkwardEpisodes: Table = {
  name: "episode",
  grain: "an episode of care",
  primary_key: ["episode_key"],
  fields: [
    field("episode_key", "string", {label: "Episode", sensitivity: "key"}),
    field("zip3", "string", {label: "First three digits of the ZIP code", sensitivity: "quasi_identifier"}),
    coded(
      "payer",
      [
        ["none", 'Says "none", twice'],
        ["NA", "NA"],
        ["self,pay", "O'Neil; pays | himself"],
        ['q"r', "on two\nlines"],
        ["never", "Züricher Ærzte 日本 👍 — does not occur"],
        ["n/a", "on two lines"],
        ["TRUE", "-1"],
        ["90+", ""],
        ["santé", "Santé"]
      ],
      {label: 'Who pays, "if known", naïvely\nasked', sensitivity: "quasi_identifier"}
    ),
    coded(
      "severity",
      [
        [0, "none"],
        [1, "mild"],
        [2, "same"],
        [3, "same"]
      ],
      {ordered: true, label: "Severity = PHQ-9"}
    ),
    coded(
      "age_band",
      [
        ["18-24", "18 to 24"],
        ["25-34", "25 to 34"],
        ["90+", "90 or more"]
      ],
      {ordered: true}
    ),
    coded(
      "refused",
      [
        [-1, "Refused"],
        [0, "No"],
        [1, "Yes"]
      ],
      {label: "@home, -asked"}
    ),
    field("phq9_first", "integer", {unit: "points", missing_reason: "phq9_first_missing"}),
    coded("phq9_first_missing", [
      ["not_due", "not due yet"],
      ["not_given", "not given"]
    ]),
    field("hours", "number", {unit: "hours", derivation: "sum of the\nlengths of sessions"}),
    field("wide", "integer"),
    field("empty", "integer"),
    field("nothing", "string"),
    coded("no_codes", [], {label: "A code that nobody has"})
  ],
  rows: [
    ["e1", "036", "none", 0, "18-24", -1, 12, null, 1.5, 2 ** 40, null, null, null],
    ["e2", "NA", "NA", 1, "90+", 0, null, "not_due", 0.1 + 0.2, -7, null, null, null],
    ["e3", null, "self,pay", 2, "25-34", 1, 0, null, -2.25e-7, 0, null, null, null],
    ["e4", "000", 'q"r', null, "25-34", null, 27, null, 1e21, null, null, null, null],
    ["e5", "059", "TRUE", 3, null, 1, null, "not_given", null, 1, null, null, null],
    ["e6", "036", null, 0, "18-24", 1, 9, null, -0, 2, null, null, null],
    ["e7", "036", "90+", 0, "18-24", 1, 9, null, 12, 2, null, null, null],
    ["e8", "036", "santé", 0, "18-24", 1, null, "not_given", null, null, null, null, null]
  ]
};

export const awkwardAssessments: Table = {
  name: "assessment",
  grain: "a score of an episode",
  primary_key: ["episode_key", "day"],
  fields: [
    field("episode_key", "string", {label: "Episode", sensitivity: "key"}),
    field("day", "integer", {label: "Day", unit: "days since admission"}),
    field("hours", "number", {label: "Something else than in the other table"})
  ],
  rows: [
    ["e1", -3, 0.5],
    ["e1", 14, null],
    ["e4", 0, 7]
  ]
};

const attrition: Table = {
  name: "attrition",
  grain: "a step of the selection",
  primary_key: [],
  fields: [field("step", "string"), field("episodes", "integer")],
  rows: [
    ["all", 1200],
    ["=cmd|'/c calc'!A1", 980]
  ]
};

/** What a hostile request could put into any word of it; each tries to make a file called pwned. */
export const hostileWords = [
  '"; system("touch pwned"); "',
  '\\"); system("touch pwned") #',
  "' + __import__('os').system('touch pwned') + '",
  '"""\nimport os; os.system("touch pwned")\n"""',
  "'.\nHOST COMMAND=['touch pwned'].\n* '",
  "''. HOST COMMAND=['touch pwned']. '",
  '"\' \nshell touch pwned\n `"',
  '`=fileexists("pwned")\' $(touch pwned) `touch pwned` ${S_ADO}',
  "*/ shell touch pwned /* // ///",
  "\\u0022; system('touch pwned') \\x22 \\",
  "=cmd|'/c touch pwned'!A1",
  "![x](http://example.invalid/) <script>alert(1)</script> {stata shell touch pwned}",
  "\u202esystem\u2028\u0000\r\n\u0007\ud800"
] as const;

/** Codes are delivered too: they may hold all but line breaks, blanks at the edge and the beginning of a formula. */
const hostileCodes = hostileWords.map(
  (words, place) => `${place}${words.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/gu, "").trim()}`
);

const hostileEpisodes: Table = {
  ...awkwardEpisodes,
  grain: hostileWords.join(" "),
  fields: [
    field("episode_key", "string", {sensitivity: "key"}),
    coded(
      "code",
      hostileWords.map((words, place) => [hostileCodes[place] ?? "", words] as const)
    ),
    coded(
      "number",
      hostileWords.map((words, place) => [place, words] as const),
      {ordered: true}
    ),
    field("text", "string"),
    ...hostileWords.map((words, place) =>
      field(`word_${place}`, "number", {label: words, unit: words, derivation: words, source: words})
    )
  ],
  rows: hostileWords.map((_, place): Value[] => [
    ...[`e${place}`, hostileCodes[place] ?? null, place, hostileCodes[place] ?? null],
    ...hostileWords.map(() => place / 4)
  ])
};

export function optionsOf(tables: readonly Table[], words: string, more: Partial<PackageOptions> = {}): PackageOptions {
  return {
    name: "sleep-and-outcome",
    title: words,
    description: words,
    tables,
    attrition,
    definition: {purpose: words, programs: [words]},
    definition_hash: "0123456789abcdef",
    as_of: "2026-03-31",
    code_version: "0.2.0",
    anonymity: {report: {k: 11, words}, words},
    terms: words,
    synthetic: false,
    ...more
  };
}

export const awkward = optionsOf([awkwardEpisodes, awkwardAssessments], 'Sleep, "naïvely"\nasked');
export const hostile = optionsOf([hostileEpisodes], hostileWords.join("\n"));

/** A package in a folder of its own, beside an empty one to run programs in. */
export interface WrittenPackage {
  readonly folder: string;
  readonly elsewhere: string;
  /** Files that a program made where it ran, or that are called pwned anywhere. */
  strayFiles(): string[];
  dispose(): void;
}

export function writePackage(options: PackageOptions): WrittenPackage {
  const root = mkdtempSync(join(tmpdir(), "plumbline-package-"));
  const [folder, elsewhere] = [join(root, "the export's folder"), join(root, "elsewhere")];
  for (const directory of [folder, elsewhere]) mkdirSync(directory);
  for (const {file, content} of packageFiles(options)) writeFileSync(join(folder, file), content);
  return {
    folder,
    elsewhere,
    strayFiles: () => [...readdirSync(elsewhere), ...readdirSync(folder).filter((file) => file.includes("pwned"))],
    dispose: () => rmSync(root, {recursive: true, force: true})
  };
}

export function contentOf(files: readonly PackageFile[], file: string): string {
  return String(files.find((found) => found.file === file)?.content);
}
