import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findTrialFile} from "../../pipelines/real_trial/find_trial_file.ts";
import {outcomeMonths, writeTrialDeliveries} from "../../pipelines/real_trial/write_deliveries.ts";
import {differences} from "./figure.ts";
import {expectedQuarantine, plainFigures} from "./plain_reading.ts";
import {askR, hasR, readExpected, sha256Of} from "./r.ts";
import {runBoth, type TrialRuns} from "./run_both.ts";
import {syntheticTrial} from "./synthetic_trial.ts";

const given = process.env.PLUMBLINE_REAL_TRIAL || join(import.meta.dirname, "../../../shared/oracles/real_trial");
const real = await findTrialFile(given);
const committed = readExpected(join(import.meta.dirname, "expected.json"));
const unread =
  real === null
    ? []
    : readdirSync(dirname(real)).filter((name) => /\.(csv|json)$/.test(name) && name !== basename(real));
const isCommitted = real !== null && sha256Of(real) === committed.raw_sha256;

if (real === null) couldNotRun("its raw file is neither in PLUMBLINE_REAL_TRIAL nor beside the project");
else if (!isCommitted) couldNotRun("expected.json was made from another raw file", "against the committed figures");
if (unread.length > 0)
  couldNotRun("their form is not known", `against the other files beside its raw file (${unread.join(", ")})`);
if (!hasR) couldNotRun("Rscript is not installed", "against R itself");

function couldNotRun(why: string, what = ""): void {
  process.stderr.write(`\n!! COULD NOT RUN the real trial${what && ` ${what}`}: ${why}\n`);
}

const directory = mkdtempSync(join(tmpdir(), "plumbline-made-up-trial-"));
afterAll(() => rmSync(directory, {recursive: true, force: true}));

describe("the road on a made-up trial", () => {
  const raw = join(directory, "trial.csv");
  writeFileSync(raw, syntheticTrial({seed: 20240115, patients: 140}));
  agreesWithWhoeverElseReads(raw);
});

describe.skipIf(real === null)("the road on the real trial", () => {
  const raw = real ?? "";
  const runs = agreesWithWhoeverElseReads(raw);

  it.skipIf(!isCommitted)("agrees with the figures that R gave when the test was written", () => {
    expect(differences(runs().figures, committed.figures)).toEqual([]);
  });
});

describe("a trial's deliveries", () => {
  const raw = join(directory, "few.csv");
  writeFileSync(raw, syntheticTrial({seed: 7, patients: 60}));
  const write = (folder: string) => writeTrialDeliveries({raw, directory: folder, months: outcomeMonths});

  it("hold the totals as the raw file has them", async () => {
    const folder = join(directory, "as-they-are");
    await write(folder);
    const delivered = readFileSync(join(folder, "months-0-6-12/assessments.csv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    const rows = readFileSync(raw, "utf8")
      .split("\n")
      .map((line) => line.split(","));
    const stated = rows.filter(([, month, , , , phq9]) => ["0", "6", "12"].includes(month ?? "") && phq9 !== "NA");
    expect(delivered.some((line) => line.includes("."))).toBe(true);
    expect(delivered.map((line) => line.split(",").at(-1))).toEqual(stated.map((row) => row.at(-1)));
  });

  it("are never written among somebody's own", async () => {
    const folder = join(directory, "own");
    mkdirSync(join(folder, "2026-03-31"), {recursive: true});
    await expect(write(folder)).rejects.toMatchObject({kind: "usage"});
  });

  it("are not made of a file without the trial's columns", async () => {
    const other = join(directory, "other.csv");
    writeFileSync(other, "client,total\n1,12\n");
    const written = writeTrialDeliveries({raw: other, directory: join(directory, "none"), months: outcomeMonths});
    await expect(written).rejects.toMatchObject({kind: "usage", message: expect.stringContaining("found no patient")});
  });
});

/** The tests that hold for any raw file of the trial's shape. */
function agreesWithWhoeverElseReads(raw: string): () => TrialRuns {
  let runs: TrialRuns | undefined;
  const done = (): TrialRuns => {
    if (runs === undefined) throw new Error("the runs did not end");
    return runs;
  };
  beforeAll(async () => {
    runs = await runBoth(raw);
  }, 240_000);

  it("counts what a plain reading of the raw file counts, by arm and for everyone, in both runs", () => {
    expect(differences(done().figures, plainFigures(raw))).toEqual([]);
  });

  it.skipIf(!hasR)("agrees with R on effect sizes, intervals, rates and follow-up", () => {
    expect(differences(done().figures, askR(raw).figures)).toEqual([]);
  });

  it("ends every imputed total in quarantine, with code, file, line and column, and nothing else", () => {
    expect(expectedQuarantine(raw).length).toBeGreaterThan(10);
    expect(done().quarantined).toEqual(expectedQuarantine(raw));
  });

  it("publishes what was counted or hides it, and hides every count of 1 to 10", () => {
    const shown = done().published.filter(({value}) => value !== null);
    expect(shown.length).toBeGreaterThan(10);
    const counted = done().figures;
    for (const figure of shown) {
      // a figure of the second run may be held, and is that of the first then
      const own = counted.filter((other) => other.group === figure.group && other.measure === figure.measure);
      const equal = own.filter((other) => differences([{...figure, run: other.run}], [other]).length === 0);
      expect(equal, `${figure.run}, ${figure.group}, ${figure.measure}`).not.toEqual([]);
    }
    expect(shown.filter(({units, numerator}) => [units, numerator, units - (numerator ?? 0)].some(isSmall))).toEqual(
      []
    );
  });

  it("loads the later delivery in the second run and leaves the first as it is", () => {
    const outcomes = done().findings.map(({ingested}) => ingested?.deliveries.map(({outcome}) => outcome));
    expect(outcomes).toEqual([["loaded"], ["already_loaded", "loaded"]]);
    expect(done().findings.map(({horizon}) => horizon?.as_of)).toEqual(["2025-04-30", "2025-07-31"]);
  });
  return done;
}

function isSmall(count: number | null): boolean {
  return count !== null && count >= 1 && count <= 10;
}
