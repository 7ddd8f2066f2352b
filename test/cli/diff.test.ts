import {mkdirSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writePublished} from "../dashboard/published_fixture.ts";
import {runPlumbline} from "./plumbline_process.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-diff-"));
const releases = join(folder, "data/published/releases");

beforeAll(() => {
  mkdirSync(releases, {recursive: true});
  writePublished(join(releases, "first"));
  writePublished(join(releases, "second"), {shift: 0.05});
  symlinkSync("releases/first", join(folder, "data/published/previous"));
  symlinkSync("releases/second", join(folder, "data/published/current"));
});
afterAll(() => rmSync(folder, {recursive: true}));

const plumbline = (...words: string[]) => runPlumbline(words, {cwd: folder});

describe("plumbline diff", () => {
  it("says what moved, figure by figure", async () => {
    const {code, stdout, stderr} = await plumbline("diff", "previous", "current");
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    expect(stdout).toMatch(
      /Completion +62\.0% \(899 of 1,450\), then 65\.1% \(944 of 1,450\): 3\.1 percentage points\s+more/
    );
    expect(stdout).toContain("Figures of everyone for quarters closed in both, told otherwise now");
  });

  it("takes names and folders, and is one JSON object for machines", async () => {
    const path = join(releases, "second", "release.json");
    const [named, given] = await Promise.all([
      plumbline("diff", "first", "second", "--json"),
      plumbline("diff", join(releases, "first"), path, "--json")
    ]);
    expect(named.stdout).toBe(given.stdout);
    expect(JSON.parse(named.stdout).figures[0]).toMatchObject({
      measure: "completion",
      apart: null,
      before: {numerator: 899}
    });
  });

  it("ends with 2, and says what could be meant, where a release is not there", async () => {
    const [one, unknown] = await Promise.all([plumbline("diff", "current"), plumbline("diff", "current", "third")]);
    expect([one.code, unknown.code]).toEqual([2, 2]);
    expect(one.stderr).toContain("plumbline diff: expected two releases, found 1");
    expect(unknown.stderr).toContain("third: expected a release, found none");
    expect(unknown.stderr).toContain("current, previous, a folder, or one of these names: first, second");
  });
});
