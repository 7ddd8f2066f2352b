import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {type Ended, runPlumbline} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic, writeRefusedDelivery} from "./small_clinic.ts";

let clinic: SmallClinic;
beforeEach(() => {
  clinic = openSmallClinic();
});
afterEach(() => clinic.dispose());

function plumbline(...words: string[]): Promise<Ended> {
  return runPlumbline(words, {cwd: clinic.folder});
}

/** Place, expected and found on the first line, then a hint. */
const userError = /^[^:]+: expected .+, found .+\n {2}hint: .+\n$/;

describe("a run ends", () => {
  it("with 0 when it is done, though a check may have warned; the checks as errors make it 1", async () => {
    await clinic.startWarehouse();
    expect((await plumbline("run", "--until", "publish")).code).toBe(0);
    const {code, stdout} = await plumbline("check", "--warn-as-error");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Check {6}unknown_characteristics: expected no such .+, found \d+\n/);
  });

  it("with 1 when a check failed that the organisation raised to an error, and is published all the same", async () => {
    await clinic.startWarehouse();
    clinic.write("plumbline.yaml", "fail_on: [stale_open_episodes]\n");
    clinic.write(
      "deliveries/first/sessions.csv",
      "session_key,episode_key,held_on,kind,scheduled_minutes,attendance\n"
    );
    const {code, stdout} = await plumbline("run", "--until", "publish");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Check {6}stale_open_episodes: /m);
    expect(stdout).toMatch(/^Results/m);
  });

  it("with 3 when nothing answers at the address of the server", async () => {
    const env = {DATABASE_URL: "postgres://postgres@127.0.0.1:1/clinic"};
    const {code, stderr} = await runPlumbline(["run"], {cwd: clinic.folder, env});
    expect(code).toBe(3);
    expect(stderr).toMatch(userError);
  });

  it("with 6 when a delivery was refused, and publishes what the others brought", async () => {
    await clinic.startWarehouse();
    writeRefusedDelivery(clinic);
    const {code, stdout} = await plumbline("run", "--until", "publish");
    expect(code).toBe(6);
    expect(stdout).toMatch(/^Refused {4}second: clients: expected 7 rows by the counts, found 1\n {11}hint: .+\n/);
    expect(stdout).toMatch(/^Results {4}data\/published\/releases\/2026-03-31-[0-9a-f]{12}$/m);
  });

  it("with 70 and a stack when we made a mistake", async () => {
    const mistake = join(clinic.folder, "mistake.mjs");
    writeFileSync(
      mistake,
      'Object.defineProperty(process, "cwd", {value: () => { throw new Error("our mistake"); }});'
    );
    const surroundings = {cwd: clinic.folder, node: ["--import", pathToFileURL(mistake).href]};
    const {code, stdout, stderr} = await runPlumbline(["config", "--json"], surroundings);
    expect(code).toBe(70);
    expect(stderr).toMatch(/^plumbline: a mistake of ours; please report it\nError: our mistake\n {4}at /);
    expect(JSON.parse(stdout).error.kind).toBe("bug");
  });

  it("with 2 on a Node that is too old, which is told before anything else is read", async () => {
    const old = join(clinic.folder, "old.mjs");
    writeFileSync(old, 'Object.defineProperty(process, "versions", {value: {node: "20.20.2"}});');
    const {code, stderr} = await runPlumbline(["--help"], {
      cwd: clinic.folder,
      node: ["--import", pathToFileURL(old).href]
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^plumbline: expected Node 24 or later, found 20\.20\.2\n {2}hint: .*npx plumbline/);
  });
});

describe("a command that was asked for what it does not know", () => {
  let idle: SmallClinic;
  beforeAll(async () => {
    idle = openSmallClinic();
    await idle.startWarehouse();
  });
  afterAll(() => idle.dispose());

  it.each([
    [["rum"], "did you mean run?"],
    [["run", "--untl", "publish"], "did you mean --until?"],
    [["run", "fast"], "plumbline run --help"],
    [["run", "--until"], "plumbline run --help"],
    [["run", "--quiet=yes"], "plumbline run --help"],
    [["run", "--until", "release"], "migrate ingest build"],
    [["run", "--deliveries", "nowhere"], "--deliveries DIR"],
    [["build", "--as-known-on", "2026-02-30"], "2026-03-31"],
    [["demo", "--seed", "eleven"], "--seed 11"],
    [["publish"], "plumbline demo"],
    [["dashboard"], "publish first"],
    [["quarantine", "explain", "raged_row"], "ragged_row"]
  ])("ends with 2 and a hint: %s", async (words, hint) => {
    const {code, stdout, stderr} = await runPlumbline(words, {cwd: idle.folder});
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr.split("\n").slice(-3).join("\n")).toMatch(userError);
    expect(stderr).toContain(hint);
  });
});
