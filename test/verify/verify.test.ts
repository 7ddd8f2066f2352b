import {cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {machine} from "../../pipelines/machine.ts";
import {inWords} from "../../pipelines/verify/finding.ts";
import {verifyRelease} from "../../pipelines/verify/verify_release.ts";
import {appendEntry} from "../../src/ledger/append_entry.ts";
import {sha256} from "../../src/ledger/canonical.ts";
import {writeReceipt} from "../../src/ledger/receipt.ts";
import {releaseName} from "../../src/publish/write_release.ts";
import {runPlumbline} from "../cli/plumbline_process.ts";
import {openSmallClinic, type SmallClinic} from "../cli/small_clinic.ts";
import {at, entryOf} from "../ledger/example_ledger.ts";
import {copyEmptyWarehouse} from "../warehouses.ts";

/** The first run of a definition of success registers it, so that a later check of it finds one. */
const registered = "success: {definition: response, registered_on: 2026-01-15, because: board decision}\n";

let clinic: SmallClinic;
let release: string;
let head: string;

beforeAll(async () => {
  clinic = openSmallClinic();
  await copyEmptyWarehouse(join(clinic.folder, "data/warehouse/database"));
  clinic.write("plumbline.yaml", registered);
  const {code, stderr} = await runPlumbline(["run", "--until", "publish"], {cwd: clinic.folder});
  expect(code, stderr).toBe(0);
  release = realpathSync(join(clinic.folder, "data/published/current"));
  const exports = join(clinic.folder, "data/exports");
  const files = [{file: "scores.csv", sha256: sha256("person\n1\n"), bytes: 9}];
  for (const n of [1, 2]) {
    const entry = {...entryOf(n), files};
    const folder = join(exports, entry.package);
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, "scores.csv"), "person\n1\n");
    const {receipt} = await appendEntry(join(exports, "ledger.jsonl"), entry, {at, machine});
    await writeReceipt(folder, receipt);
    head = receipt.hash;
  }
}, 120_000);
afterAll(() => clinic.dispose());

async function verify(...words: string[]): Promise<{code: number | null; said: string}> {
  const {code, stdout, stderr} = await runPlumbline(["verify", "--quiet", ...words], {cwd: clinic.folder});
  return {code, said: `${stdout}${stderr}`};
}

/** Does it to a copy of a file, which is put back afterwards. */
async function withEdit(file: string, edit: (text: string) => string, work: () => Promise<void>): Promise<void> {
  const text = readFileSync(file, "utf8");
  expect(edit(text)).not.toBe(text);
  writeFileSync(file, edit(text));
  await work();
  writeFileSync(file, text);
}

describe("verify, without a word,", () => {
  it("says how many entries, exports, files and rows are as they were written, and what to write down", async () => {
    const {code, said} = await verify();
    expect({code, said}).toEqual({code: 0, said: expect.any(String)});
    const lines = said.split("\n");
    expect(lines[0]).toMatch(/^Ledger {5}.*\/data\/exports\/ledger\.jsonl: 2 entries, one chain$/);
    expect(lines[1]).toContain(`its head is entry 2, ${head}`);
    expect(lines[2]).toMatch(/^Exports {4}.*: 2 exports with 2 files, as they were entered$/);
    expect(lines[3]).toMatch(/^Release {4}.*: \d+ files with [\d,]+ rows, as they were published$/);
  });

  it("ends with 1 and names the first byte that was changed in a ledger, an export or the release", async () => {
    const exports = join(clinic.folder, "data/exports");
    await withEdit(
      join(exports, "ledger.jsonl"),
      (text) => text.replace('"rows":242', '"rows":999'),
      async () => {
        const {code, said} = await verify();
        expect(code).toBe(1);
        expect(said).toContain("differs  ledger.jsonl:2: expected the hash of what the entry says, found another");
      }
    );
    await withEdit(
      join(exports, entryOf(1).package, "scores.csv"),
      (text) => text.replace("1", "2"),
      async () => {
        const {code, said} = await verify();
        expect(code).toBe(1);
        expect(said).toContain(`differs  ${entryOf(1).package}/scores.csv: expected the bytes that were exported`);
      }
    );
    await withEdit(
      join(release, "results.csv"),
      (text) => text.replace("suppressed", "Suppressed"),
      async () => {
        const {code, said} = await verify("--json");
        expect(code).toBe(1);
        const findings: {what: string; difference: object | null}[] = JSON.parse(said);
        expect(findings.map(({what, difference}) => [what, difference])).toEqual([
          ["ledger", null],
          ["exports", null],
          ["release", {place: "results.csv", expected: "the bytes that were published", found: "others"}]
        ]);
      }
    );
  });

  it("holds a ledger against a hash that was written down", async () => {
    expect((await verify("ledger", "--noted", head)).code).toBe(0);
    const {code, said} = await verify("ledger", "--noted", "0".repeat(64));
    expect(code).toBe(1);
    expect(said).toContain("expected an entry with the hash that was written down, found none");
  });

  it("ends with 2 where there is nothing to verify", async () => {
    const {code, said} = await verify("--out", "nowhere", "--exports", "nowhere");
    expect(code).toBe(2);
    expect(said).toMatch(/expected a release or exports, found neither .+\n {2}hint: /);
  });
});

describe("verify of one export", () => {
  it("finds its entry, also where the folder was taken elsewhere", async () => {
    const [here, away] = [join(clinic.folder, "data/exports", entryOf(1).package), join(clinic.folder, "handed-over")];
    renameSync(here, away);
    const {code, said} = await verify(away);
    const all = await verify("ledger");
    renameSync(away, here);
    expect({code, said}).toEqual({
      code: 0,
      said: expect.stringContaining("1 export with 1 file, as they were entered")
    });
    expect(all).toEqual({code: 0, said: expect.stringContaining(`not here, which is no edit: ${entryOf(1).package}`)});
  });
});

const sameAgain = /^Re-run {5}2026-03-31-\w+: \d+ files made again, with the same in them$/m;

describe("verify of a release", () => {
  it("makes it again from the warehouse and finds the same in it", async () => {
    const {code, said} = await verify(join(release, "release.json"));
    expect({code, said}).toEqual({
      code: 0,
      said: expect.stringMatching(sameAgain)
    });
  });

  it.each([
    ["a file that is gone", (folder: string) => rmSync(join(folder, "ladder.csv")), "ladder.csv: expected a file of"],
    [
      "a file too many",
      (folder: string) => writeFileSync(join(folder, "note.txt"), ""),
      "note.txt: expected no such file"
    ],
    [
      "a longer file",
      (folder: string) => writeFileSync(join(folder, "spc.csv"), "one line more\n", {flag: "a"}),
      /spc\.csv: expected \d+ bytes, found \d+/
    ],
    [
      "another name of an organisation in the manifest",
      (folder: string) => edit(join(folder, "release.json"), "Unnamed", "Another"),
      /release\.json: expected what 2026-03-31-\w+ says, found what would be named 2026-03-31-\w+/
    ],
    [
      "a space in the manifest",
      (folder: string) => edit(join(folder, "release.json"), "{", "{ "),
      "release.json: expected the text that was written, found the same in another form"
    ]
  ])("sees %s", async (_what, change, expected) => {
    const copy = join(clinic.folder, "copy", release.split("/").at(-1) ?? "");
    rmSync(join(clinic.folder, "copy"), {recursive: true, force: true});
    cpSync(release, copy, {recursive: true});
    change(copy);
    expect(inWords([await verifyRelease(copy)])).toMatch(expected);
  });

  it("sees a figure that was changed with all hashes and the name made anew, by its row and column", async () => {
    const forged = forge(release, "results.csv", (text) => text.replace(/,suppressed,([^,\n]*),/, ",published,$1,"));
    const {code, said} = await verify(forged);
    expect(code).toBe(1);
    expect(said).toMatch(
      /differs {2}results\.csv, row \d+ \(\w+, all, all\), status: expected published, found suppressed/
    );
  });

  it("makes an earlier release again after the next night", async () => {
    deliver("next", "2026-04-30");
    const {code: ran, stderr} = await runPlumbline(["run", "--until", "publish"], {cwd: clinic.folder});
    expect(ran, stderr).toBe(0);
    expect(await verify(release)).toEqual({code: 0, said: expect.stringMatching(sameAgain)});
  });

  it("says first that other deliveries were there, where a late one came meanwhile", async () => {
    deliver("late", "2026-03-01");
    const {code: loaded} = await runPlumbline(["ingest"], {cwd: clinic.folder});
    expect(loaded).toBe(0);
    const {code, said} = await verify(release);
    expect(code).toBe(1);
    expect(said).toMatch(/differs {2}release\.json, inputs, 1, delivered_on: expected 2026-03-31, found 2026-03-01/);
  });
});

/** One more client, whom nobody refers to. */
function deliver(name: string, delivered_on: string): void {
  const first = JSON.parse(readFileSync(join(clinic.folder, "deliveries/first/delivery.json"), "utf8"));
  clinic.write(`deliveries/${name}/delivery.json`, JSON.stringify({...first, delivered_on}));
  clinic.write(`deliveries/${name}/clients.csv`, `client_key,birth_year\n${name},1970\n`);
}

function edit(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

/** A release with one file changed, by somebody who knows how hashes and names are made. */
function forge(folder: string, file: string, change: (text: string) => string): string {
  const {release: _name, ...manifest} = JSON.parse(readFileSync(join(folder, "release.json"), "utf8"));
  const content = change(readFileSync(join(folder, file), "utf8"));
  const outputs = manifest.outputs.map((output: {file: string}) =>
    output.file === file ? {...output, sha256: sha256(content), bytes: Buffer.byteLength(content)} : output
  );
  const name = releaseName(manifest.as_of, {...manifest, outputs});
  const forged = join(clinic.folder, "forged", name);
  mkdirSync(forged, {recursive: true});
  for (const each of readdirSync(folder)) cpSync(join(folder, each), join(forged, each));
  writeFileSync(join(forged, file), content);
  writeFileSync(join(forged, "release.json"), `${JSON.stringify({release: name, ...manifest, outputs}, null, 2)}\n`);
  return forged;
}
