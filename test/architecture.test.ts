import {execFileSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {basename, dirname, join, normalize} from "node:path";
import {describe, expect, it} from "vitest";
import {instruments} from "../src/instruments/index.ts";
import {measures} from "../src/measures/index.ts";
import {followupsOf, outcomesOf} from "../src/measures/instrument_measures.ts";
import {isOverUnits} from "../src/measures/measure.ts";
import {stepLabel} from "../src/measures/steps.ts";
import {stepsOf} from "../src/publish/ladder.ts";
import {warehouseTables} from "../src/warehouse/tables.ts";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8"
})
  .split("\n")
  .filter((file) => file !== "");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = files.filter((file) => /^(src|pipelines)\/.*\.(ts|js)$/.test(file));
const inSrc = sources.filter((file) => file.startsWith("src/"));
// the one file of the dashboard that Framework runs as a program
const outsideDashboard = inSrc.filter((file) => !file.startsWith("src/dashboard/"));

/** Comments and strings do not count as code. */
function codeOf(file: string): string {
  return read(file).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/g, "");
}

function linesWith(pattern: RegExp, among: readonly string[]): string[] {
  return among.filter((file) => pattern.test(codeOf(file)));
}

/** Who may import whom: docs/architecture.md says the same in words. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "src/errors.ts": [],
  "src/settings.ts": ["src/errors.ts"],
  "src/statistics": [],
  "src/instruments": ["src/errors.ts"],
  "src/reference": ["src/errors.ts"],
  "src/simulation": ["src/statistics"],
  "src/claims": ["src/statistics", "src/errors.ts"],
  "src/database": ["src/errors.ts"],
  "src/sources": ["src/database", "src/instruments", "src/errors.ts", "src/settings.ts"],
  "src/measures": ["src/claims", "src/database", "src/instruments", "src/errors.ts", "src/settings.ts"],
  "src/warehouse": ["src/database", "src/instruments", "src/measures", "src/errors.ts", "src/settings.ts"],
  "src/checks": [
    "src/database",
    "src/disclosure",
    "src/instruments",
    "src/measures",
    "src/errors.ts",
    "src/settings.ts"
  ],
  "src/explain": ["src/database", "src/instruments", "src/measures", "src/errors.ts", "src/settings.ts"],
  "src/disclosure": ["src/statistics", "src/errors.ts"],
  "src/publish": [
    "src/checks",
    "src/claims",
    "src/database",
    "src/disclosure",
    "src/instruments",
    "src/measures",
    "src/reference",
    "src/sources",
    "src/statistics",
    "src/errors.ts",
    "src/settings.ts"
  ],
  "src/ledger": ["src/database", "src/errors.ts"],
  "src/export": [
    "src/database",
    "src/disclosure",
    "src/instruments",
    "src/ledger",
    "src/measures",
    "src/publish",
    "src/statistics",
    "src/errors.ts",
    "src/settings.ts"
  ],
  "src/demo": ["src/instruments", "src/statistics", "src/errors.ts"],
  "src/releases": ["src/errors.ts"],
  "src/dashboard": ["src/releases"]
};

function placeOf(file: string): string {
  const [top, second] = file.split("/");
  return `${top}/${second}`;
}

function importsOf(file: string): string[] {
  const specifiers = [...read(file).matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(
    ([, specifier]) => specifier ?? ""
  );
  return specifiers.map((specifier) => normalize(join(dirname(file), specifier)));
}

describe("the road has no way back", () => {
  it("lets each folder import only what stands before it", () => {
    const wrong = inSrc.flatMap((file) => {
      const place = placeOf(file);
      const allowed = mayImport[place];
      const targets = importsOf(file)
        .map(placeOf)
        .filter((target) => target !== place);
      return targets.filter((target) => !(allowed ?? []).includes(target)).map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it("names every folder of src in the table of who may import whom", () => {
    expect([...new Set(inSrc.map(placeOf))].filter((place) => mayImport[place] === undefined)).toEqual([]);
  });

  it("keeps the clock, chance and the process in pipelines", () => {
    const world = /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(/;
    expect(linesWith(world, outsideDashboard)).toEqual([]);
  });

  it("reads published files only on the dashboard", () => {
    const foreign = inSrc
      .filter((file) => file.startsWith("src/dashboard/"))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !/^src\/(dashboard|releases)\//.test(target))
          .map((target) => `${file}: ${target}`)
      );
    expect(foreign).toEqual([]);
  });
});

describe("SQL counts", () => {
  const sql = files.filter((file) => /^sql\/(warehouse|checks|export|ingest)\/.*\.sql$/.test(file));
  const bare = (file: string) =>
    read(file)
      .replace(/--[^\n]*|'(?:[^']|'')*'/g, "")
      .toLowerCase();

  it("in whole numbers: no float aggregate", () => {
    const floats = sql.filter((file) =>
      /\b(avg|stddev\w*|var_\w+|variance|corr|percentile_\w+|regr_\w+)\s*\(|double precision|::(real|float\d?)\b/.test(
        bare(file)
      )
    );
    expect(floats).toEqual([]);
  });

  it("in forms that Citus takes", () => {
    const refused =
      /grouping sets|\bcube\s*\(|\brollup\s*\(|\btemp(orary)?\s+table|create\s+trigger|lateral\s*\(\s*values/;
    expect(
      [...sql, ...files.filter((file) => file.startsWith("sql/migrations/"))].filter((file) => refused.test(bare(file)))
    ).toEqual([]);
  });
});

describe("lists are written out and equal their directories", () => {
  it("for the tables of the warehouse", () => {
    const onDisk = readdirSync(join(root, "sql/warehouse"))
      .map((name) => basename(name, ".sql"))
      .sort();
    expect(
      [
        ...warehouseTables.map(({name}) => name),
        "changed_person",
        "every_person",
        "meeting",
        "moving_person",
        "waiting_orphan"
      ].sort()
    ).toEqual(onDisk);
  });

  it("for the measures: every declaration of src/measures is in the index", async () => {
    const modules = await Promise.all(
      inSrc.filter((file) => /^src\/measures\/[a-z_]+\.ts$/.test(file)).map((file) => import(join(root, file)))
    );
    const exported = modules.flatMap((module: Record<string, unknown>) => Object.values(module));
    const perInstrument = instruments.flatMap((instrument) => [...outcomesOf(instrument), ...followupsOf(instrument)]);
    const declared = [...exported.filter(isMeasure), ...perInstrument];
    expect([...new Set(declared.map(({id}) => id))].sort()).toEqual(measures.map(({id}) => id).sort());
  });

  it("for the steps of the ladders: each has its words", () => {
    const wordless = measures
      .filter(isOverUnits)
      .flatMap((measure) =>
        [...stepsOf(measure).steps, ...stepsOf(measure).notes].filter((step) => /[{_]/.test(stepLabel(step, measure)))
      );
    expect(wordless).toEqual([]);
  });
});

function isMeasure(value: unknown): value is {id: string} {
  return typeof value === "object" && value !== null && "examples" in value && "id" in value;
}

describe("the house", () => {
  it("has no any, no ignored type error, no enum, no namespace", () => {
    expect(linesWith(/:\s*any\b|\bas any\b|<any>/, sources)).toEqual([]);
    expect(sources.filter((file) => /@ts-(ignore|expect-error|nocheck)/.test(read(file)))).toEqual([]);
    expect(linesWith(/^\s*(export )?(const )?(enum|namespace) /m, sources)).toEqual([]);
  });

  it("has no file over 250 lines, but for what is generated", () => {
    const long = sources.filter((file) => file !== "src/database/schema.ts" && read(file).split("\n").length > 251);
    expect(long).toEqual([]);
  });

  it("names files for what they hold", () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|stuff)(\.|\/)/.test(file))).toEqual([]);
  });

  it("gives a reason for every dependency in the README", () => {
    const {dependencies, devDependencies, optionalDependencies} = JSON.parse(read("package.json"));
    const readme = read("README.md");
    const names = Object.keys({...dependencies, ...devDependencies, ...optionalDependencies});
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it("pins every dependency to one version", () => {
    const {dependencies, devDependencies, optionalDependencies} = JSON.parse(read("package.json"));
    const ranges = Object.entries({...dependencies, ...devDependencies, ...optionalDependencies}).filter(
      ([, version]) => !/^\d+\.\d+\.\d+[-.\w]*$/.test(String(version))
    );
    expect(ranges).toEqual([]);
  });
});
