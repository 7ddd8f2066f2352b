import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {loadConfig} from "../../pipelines/config/load.ts";
import type {UserError} from "../../src/errors.ts";
import {type Ended, runPlumbline} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic} from "./small_clinic.ts";

let clinic: SmallClinic;
beforeEach(() => {
  clinic = openSmallClinic();
});
afterEach(() => clinic.dispose());

function load(flags: Record<string, string> = {}, environment: Record<string, string> = {}) {
  return loadConfig({flags, environment, directory: clinic.folder});
}

/** What a person is told when these settings are tried. */
async function answerTo(yaml: string, flags: Record<string, string> = {}, environment: Record<string, string> = {}) {
  clinic.write("plumbline.yaml", yaml);
  try {
    await load(flags, environment);
  } catch (error) {
    const {kind, message, hint} = error as UserError;
    return {kind, message, hint};
  }
  throw new Error("nothing was refused");
}

describe("a setting", () => {
  it("comes from a flag before the environment, .env, the config file and its default", async () => {
    const told = async (words: string[], env: Record<string, string> = {}) => {
      const {stdout} = await runPlumbline(["config", "--json", ...words], {cwd: clinic.folder, env});
      const {settings, origins} = JSON.parse(stdout);
      return [settings.minimum_units, origins.minimum_units];
    };
    expect(await told([])).toEqual([30, "default"]);
    clinic.write("plumbline.yaml", "minimum_units: 31\n");
    expect(await told([])).toEqual([31, "plumbline.yaml"]);
    clinic.write(".env", "PLUMBLINE_MINIMUM_UNITS=32\n");
    expect(await told([])).toEqual([32, ".env"]);
    const env = {PLUMBLINE_MINIMUM_UNITS: "33"};
    expect(await told([], env)).toEqual([33, "environment"]);
    expect(await told(["--minimum-units", "34"], env)).toEqual([34, "flag"]);
  });

  it("that does not exist is answered with its place and the one that was probably meant", async () => {
    clinic.write("tried.yaml", "organisation: Northside\nminimum_unit: 40\n");
    const {code, stdout, stderr} = await runPlumbline(["config", "--config", "tried.yaml"], {cwd: clinic.folder});
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toBe(
      "tried.yaml:2:15: expected a setting, found minimum_unit\n" +
        "  hint: did you mean minimum_units? plumbline config lists them all\n"
    );
  });

  it.each([
    ["minimum_units: 5", "plumbline.yaml:1:16: minimum_units: expected 11 or more, found 5"],
    ["minimum_units: 30.5", "plumbline.yaml:1:16: minimum_units: expected a whole number, found 30.5"],
    ["\nstale_after_days: 400", "plumbline.yaml:2:19: stale_after_days: expected 365 or less, found 400"],
    ["prorate: perhaps", 'plumbline.yaml:1:10: prorate: expected true or false, found "perhaps"'],
    ['organisation: ""', 'plumbline.yaml:1:15: organisation: expected a text, found ""'],
    [
      "disclosure_profile: none",
      'plumbline.yaml:1:21: disclosure_profile: expected cms11 or threshold5 or round5, found "none"'
    ],
    [
      "crossed_breakdowns:\n  - program+payer\n  - programs",
      'plumbline.yaml:3:5: crossed_breakdowns.1: expected two breakdowns joined by +, for example program+payer, found "programs"'
    ],
    [
      "unknown_columns:\n  sessions: keep",
      'plumbline.yaml:2:13: unknown_columns.sessions: expected refuse or ignore, found "keep"'
    ],
    [
      "annotations:\n  - on: 2026-02-30\n    what: moved",
      'plumbline.yaml:2:9: annotations.0.on: expected a date, for example 2026-01-15, found "2026-02-30"'
    ],
    [
      "targets:\n  - {measure: completion, value: half, basis: history, since: 2026-01-01}",
      'plumbline.yaml:2:34: targets.0.value: expected a number, found "half"'
    ],
    [
      "targets:\n  - {measure: length_of_stay, value: 42, basis: history, since: 2026-01-01}",
      "plumbline.yaml:2:15: targets.0.measure: expected a measure of which one way is better, found length_of_stay"
    ],
    [
      "targets:\n  - {measure: completion, value: 60, basis: history, since: 2026-01-01}",
      "plumbline.yaml:2:34: targets.0.value: expected a share of 0 to 1, found 60"
    ],
    [
      "targets:\n  - &one {measure: completion, value: 0.6, basis: history, since: 2026-01-01}\n  - *one",
      "plumbline.yaml:3:5: targets.1.since: expected one target for each measure, program and day, found 2026-01-01"
    ],
    ["unknown_columns:\n  visits: refuse", "plumbline.yaml:2:11: unknown_columns: expected a known name, found visits"]
  ])("with a bad value is answered with its place, what was expected and found: %s", async (yaml, message) => {
    expect(await answerTo(yaml)).toEqual({kind: "usage", message, hint: expect.stringMatching(/^[A-Z].+/)});
  });

  it("of a measure that does not exist is answered with its place and the one that was probably meant", async () => {
    const yaml = "targets:\n  - measure: completon\n    value: 0.6\n    basis: history\n    since: 2026-01-01";
    expect(await answerTo(yaml)).toEqual({
      kind: "usage",
      message: "plumbline.yaml:2:14: targets.0.measure: expected a measure, found completon",
      hint: "did you mean completion? plumbline explain lists them all"
    });
  });

  it("with a bad value names the flag or the variable that holds it", async () => {
    expect((await answerTo("", {"stale-after-days": "soon"})).message).toBe(
      '--stale-after-days: expected a number, found "soon"'
    );
    expect((await answerTo("", {}, {PLUMBLINE_PRORATE: "perhaps"})).message).toBe(
      'PLUMBLINE_PRORATE in the environment: expected true or false, found "perhaps"'
    );
    clinic.write(".env", "PLUMBLINE_PRORATE=perhaps\n");
    expect((await answerTo("")).message).toBe('PLUMBLINE_PRORATE in .env: expected true or false, found "perhaps"');
  });

  it("takes any text where a text is asked for, and no text where it is not", async () => {
    const {settings} = await load({organisation: "2020"}, {PLUMBLINE_SYNTHETIC: "true"});
    expect(settings).toMatchObject({organisation: "2020", synthetic: true});
  });
});

describe("a config file", () => {
  it.each(['organisation: "Northside', "organisation: [Northside", "a: 1\na: 2"])(
    "that is no YAML is answered with the place where it stops making sense: %s",
    async (yaml) => {
      expect((await answerTo(yaml)).message).toMatch(/^plumbline\.yaml:\d+:\d+: expected YAML, found [a-z ]+$/);
    }
  );

  it("that holds something else than settings says so", async () => {
    expect((await answerTo("- minimum_units")).message).toBe(
      "plumbline.yaml:1:1: expected settings, one per line, found a list"
    );
  });

  it("that is not there is a mistake only where it was named", async () => {
    expect((await load()).settings.minimum_units).toBe(30);
    await expect(load({config: "none.yaml"})).rejects.toThrow(/^config: expected a file .*none\.yaml, found none$/);
  });
});

describe("the address of the server", () => {
  const secret = "postgres://someone:hush@127.0.0.1:1/clinic";

  it("is never printed, wherever it came from", async () => {
    const said: Ended[] = [];
    for (const words of [["config"], ["config", "--json"], ["plan"], ["migrate"]])
      said.push(await runPlumbline(words, {cwd: clinic.folder, env: {DATABASE_URL: secret}}));
    clinic.write(".env", `DATABASE_URL=${secret}\n`);
    said.push(await runPlumbline(["config"], {cwd: clinic.folder}));
    expect(said[0]?.stdout).toContain("a Postgres server (DATABASE_URL)");
    expect(said[4]?.stdout).toContain("a Postgres server (DATABASE_URL)");
    for (const {stdout, stderr} of said) expect(stdout + stderr).not.toMatch(/hush|someone|postgres:\/\/127/);
  });

  it("is put together from what other tools of Postgres read", async () => {
    const {databaseUrl} = await load(
      {},
      {PGHOST: "db.example", PGUSER: "iop", PGPASSWORD: "a b", PGDATABASE: "clinic"}
    );
    expect(databaseUrl).toBe("postgres://iop:a%20b@db.example:5432/clinic");
  });

  it("that cannot be read is a usage mistake and is not repeated", async () => {
    const env = {DATABASE_URL: "postgres://someone:hush@127.0.0.1:port/clinic"};
    const {code, stderr} = await runPlumbline(["migrate"], {cwd: clinic.folder, env});
    expect(code).toBe(2);
    expect(stderr).toMatch(/^warehouse: expected an address in DATABASE_URL, found one that cannot be read\n/);
    expect(stderr).not.toContain("hush");
  });
});
