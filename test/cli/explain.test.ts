import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {measures} from "../../src/measures/index.ts";
import {runPlumbline} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic} from "./small_clinic.ts";

let clinic: SmallClinic;
beforeAll(async () => {
  clinic = openSmallClinic();
  await clinic.startWarehouse();
  clinic.write(
    "deliveries/first/assessments.csv",
    `assessment_key,episode_key,instrument,assessed_on,total
a1,e1,phq9,2026-01-06,17
a2,e1,phq9,2026-01-12,15
a3,e1,phq9,2026-03-05,9
`
  );
  clinic.write(
    "deliveries/second/delivery.json",
    JSON.stringify({
      format: "plumbline-delivery",
      version: 1,
      source: "clinic",
      delivered_on: "2026-03-31",
      mode: "delta",
      sequence: 1
    })
  );
  clinic.write(
    "deliveries/second/episodes.csv",
    "episode_key,client_key,program_key,admitted_on\ne3,c2,north-iop,2026-03-09\ne4,c9,north-iop,2026-03-09\ne5,c1,north-iop,09.03.2026\n"
  );
  await plumbline("run", "--until", "build");
});
afterAll(() => clinic.dispose());

const plumbline = (...words: string[]) => runPlumbline(words, {cwd: clinic.folder});
const inside = "inside the organisation only: this shows one person's record\n";

/** What stands before the SQL, which changes with every column, and without the hash of the code. */
function aboveSql(text: string): string {
  return text.slice(0, text.indexOf("\nThe SQL that counted")).replace(/\b[0-9a-f]{12}\b/, "0123456789ab");
}

describe("a measure", () => {
  it.each(["phq9_reliable_improvement", "attendance"])("is explained, with nothing that is small: %s", async (id) => {
    const {code, stdout, stderr} = await plumbline("explain", id);
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    await expect(aboveSql(stdout)).toMatchFileSnapshot(`golden/explain_${id}.txt`);
    expect(stdout).toContain("hidden to protect people");
    expect(stdout).toMatch(/^ {6}coalesce\(baseline - post_last >= reliable_change|^ {6}sum\(attended_sessions\)/m);
  });

  it("is explained of one program and quarter", async () => {
    const {stdout} = await plumbline("explain", "completion", "--group", "program=north-iop", "--period", "2026-Q1");
    expect(stdout).toContain("How many are left, program north-iop, 2026-Q1, data as of 2026-03-31");
  });

  it("is one JSON object for machines, without a count that is hidden", async () => {
    const {stdout} = await plumbline("explain", "completion", "--json");
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      id: "completion",
      rule: {units: "episodes", period_by: "discharged_on"},
      figure: {status: "suppressed", value: null, units: null},
      versions: {as_of: "2026-03-31", is_behind: false}
    });
    expect(report.ladder.map(({count}: {count: number | null}) => count)).toEqual([0, null, null, 0]);
    expect(report.figure).not.toHaveProperty("guarded");
  });

  it("says where the value of each parameter came from", async () => {
    const {stdout} = await plumbline("explain", "group_size_in_range", "--group-size-from", "4");
    expect(stdout).toContain("group_size_from  4 (Smallest group that is in range; from flag)");
    expect(stdout).toContain("group_size_to    15 (Largest group that is in range; from default)");
  });

  it("that is not known is answered with the one that was meant, and all of them", async () => {
    const {code, stderr} = await plumbline("explain", "complet");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^plumbline explain: expected a measure, found complet\n {2}hint: did you mean completion\? /
    );
    for (const {id} of measures) expect(stderr).toContain(id);
  });

  it("need not be named: then all are listed", async () => {
    const {code, stdout} = await plumbline("explain");
    expect(code).toBe(0);
    for (const {id, label} of measures) expect(stdout).toMatch(new RegExp(`^ {2}${id} +${label}$`, "m"));
  });
});

describe("an episode", () => {
  it("is explained row by row, and its use is said to be inside only", async () => {
    const {code, stdout, stderr} = await plumbline("explain", "phq9_reliable_improvement", "--episode", "e1");
    expect({code, stderr}).toEqual({code: 0, stderr: inside});
    await expect(stdout).toMatchFileSnapshot("golden/explain_episode.txt");
  });

  it("is one JSON object for machines", async () => {
    const {stdout, stderr} = await plumbline("explain", "attendance", "--episode", "e2", "--json");
    expect(stderr).toBe(inside);
    expect(JSON.parse(stdout)).toMatchObject({
      measure: "attendance",
      episode_key: "e2",
      counts: "counted",
      ratio: {numerator: 1, denominator: 1, portions: [{because: "attended", rows: [{key: "s3", line: 4}]}]}
    });
  });

  it.each([
    ["e3", /It waits \(second_open_episode\): .+The episode that takes part is e2, admitted on 2026-02-02\./s],
    ["e4", /It waits \(unknown_parent\): .+Not there: client c9\./s],
    [
      "e5",
      /A row of it is in quarantine \(delivery of 2026-03-31, sequence 1, episodes, line 4\): bad_date in\s+admitted_on/
    ]
  ])("that takes part in nothing is said why: %s", async (key, why) => {
    const {code, stdout} = await plumbline("explain", "completion", "--episode", key);
    expect(code).toBe(0);
    expect(stdout).toMatch(why);
  });

  it("that is not known is a mistake in usage, and no key is told", async () => {
    const {code, stdout, stderr} = await plumbline("explain", "completion", "--episode", "e11");
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(/--episode: expected the key of an episode, found none like it\n {2}hint: /);
    expect(stderr).not.toMatch(/\be\d/);
  });

  it("is explained as it was known on an earlier date, once that was built", async () => {
    const words = ["--as-known-on", "2026-03-31"];
    const before = await plumbline("explain", "completion", "--episode", "e1", ...words);
    expect(before.code).toBe(2);
    expect(before.stderr).toContain("hint: first: plumbline build --as-known-on 2026-03-31");
    await plumbline("build", ...words);
    const after = await plumbline("explain", "completion", "--episode", "e1", ...words);
    expect(after.stdout).toContain("Counted, in the numerator.");
  });
});

describe("what cannot be explained", () => {
  it.each([
    [["completion", "--group", "progam=north-iop"], "did you mean program?"],
    [["completion", "--group", "program=north"], "did you mean north-iop?"],
    [["completion", "--period", "2026-Q5"], "--period 2026-Q1"],
    [["completion", "--episode", "e1", "--period", "2026"], "plumbline explain --help"],
    [["completion", "attendance"], "plumbline explain --help"],
    [["completion", "--no-prorate"], "plumbline explain --help"],
    [["completion", "--stale-after-days", "40"], "first: plumbline build"],
    [["completion", "--warehouse", "nowhere"], "plumbline run"]
  ])("is answered with a hint: %j", async (words, hint) => {
    const {code, stdout, stderr} = await plumbline("explain", ...words);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(/^.+: expected .+, found .+\n {2}hint: .+/m);
    expect(stderr).toContain(hint);
  });
});
