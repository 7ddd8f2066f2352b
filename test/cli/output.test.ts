import {spawnSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {projectRoot, runPlumbline, startProcess} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic, writeRefusedDelivery} from "./small_clinic.ts";

let clinic: SmallClinic;
beforeAll(async () => {
  clinic = openSmallClinic();
  await clinic.startWarehouse();
  writeRefusedDelivery(clinic);
  clinic.write("deliveries/first/clients.csv", "client_key,birth_year\nc1,1990\nc2,secret-value\n");
});
afterAll(() => clinic.dispose());

const plumbline = (...words: string[]) => runPlumbline(words, {cwd: clinic.folder});

describe("what a run says", () => {
  it("is planned without touching anything", async () => {
    const before = readdirSync(clinic.folder, {recursive: true});
    const {code, stdout} = await plumbline("plan");
    expect(code).toBe(0);
    expect(stdout.match(/^\w+/gm)).toEqual(["migrate", "ingest", "build", "measure", "check", "publish", "dashboard"]);
    expect(readdirSync(clinic.folder, {recursive: true})).toEqual(before);
  });

  it("is one plain line a step on stderr where that is no terminal, and results on stdout", async () => {
    const {stdout, stderr} = await plumbline("run", "--until", "publish");
    const steps = ["migrate", "ingest", "build", "measure", "check", "publish"];
    expect(stderr).toMatch(new RegExp(`^${steps.map((step) => `${step}: .+\n`).join("")}$`));
    expect(stdout).toMatch(/Completion/);
    expect(stdout + stderr).not.toContain("\u001b");
  });

  it("is nothing but one JSON object on stdout for machines", async () => {
    const {stdout, stderr} = await plumbline("run", "--until", "publish", "--json");
    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      migrations: [],
      deliveries: [{folder: "first", outcome: "already_loaded", files: {clients: {read: 2, quarantined: 1}}}],
      refused: [{folder: "second", code: "counts_disagree"}],
      build: {scope: "nothing", as_of: "2026-03-31"},
      release: {name: expect.stringMatching(/^2026-03-31-/)},
      dashboard: null
    });
  });

  it("is a JSON object too when it fails, and words on stderr", async () => {
    const {code, stdout, stderr} = await plumbline("run", "--deliveries", "nowhere", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        kind: "usage",
        message: expect.stringMatching(/^deliveries: expected a folder .+, found none$/),
        hint: expect.any(String)
      }
    });
    expect(stderr).toMatch(/^deliveries: expected a folder/);
  });

  it("is no progress when it is to be quiet", async () => {
    const {stdout, stderr} = await plumbline("run", "--until", "publish", "--quiet");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/Results/);
  });

  it.skipIf(spawnSync("script", ["--version"]).error !== undefined)(
    "is a live list on a terminal, with each step's outcome",
    async () => {
      const command = `stty cols 120 rows 40; ${process.execPath} ${join(projectRoot, "pipelines/plumbline.js")} run --until publish`;
      const words = ["-qec", command, "/dev/null"];
      const {stdout} = await startProcess("script", words, {cwd: clinic.folder, env: {TERM: "xterm"}}).ended;
      expect(stdout).toContain("\u001b[");
      for (const step of ["migrate", "ingest", "build", "check", "publish"])
        expect(stdout).toContain(`✔\u001b[39m ${step}: `);
    }
  );
});

describe("the quarantine", () => {
  it("is listed by place, rule and hint, never with a value or a key", async () => {
    const {code, stdout} = await plumbline("quarantine", "list");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^clinic 2026-03-31, clients, line 3\n {2}bad_value in birth_year: .+\n {2}hint: .+\nclinic 2026-03-31, episodes, line 3\n {2}unknown_parent: /
    );
    expect(stdout).not.toMatch(/secret-value|\bc2\b|\be2\b/);
  });

  it("is listed for machines row by row", async () => {
    const {stdout} = await plumbline("quarantine", "list", "--json");
    expect(JSON.parse(stdout)[0]).toMatchObject({
      source: "clinic",
      file: "clients",
      delivered_on: "2026-03-31",
      sequence: 0,
      line: 3,
      code: "bad_value",
      column: "birth_year"
    });
    expect(stdout).not.toMatch(/secret-value|\bc2\b|\be2\b/);
  });

  it("is given back as files with what is wrong in two columns", async () => {
    const {stdout} = await plumbline("quarantine", "export", "mended");
    expect(stdout).toMatch(/^clinic\/2026-03-31-0\/clients\.csv {2}1 row\n/);
    expect(existsSync(join(clinic.folder, "mended/clinic/2026-03-31-0/clients.csv"))).toBe(true);
  });

  it("has its codes explained", async () => {
    const defect = await plumbline("quarantine", "explain", "bad_value");
    expect(defect.stdout).toMatch(/^bad_value: .+\nA defect of the row itself.+\nhint: .+\n$/);
    const waiting = await plumbline("quarantine", "explain", "unknown_parent", "--json");
    expect(JSON.parse(waiting.stdout)).toMatchObject({code: "unknown_parent", kind: "waiting"});
  });
});
