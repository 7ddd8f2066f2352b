import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readRestrictedZip3} from "../../src/reference/restricted_zip3.ts";
import {references} from "./places.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-zip3-"));
  write("zip3_2000.yaml", "2002-08-14", ["036", "059"]);
  write("zip3_2020.yaml", "2024-01-01", ["036"]);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function write(name: string, from: string, codes: readonly string[]): void {
  const lines = [`valid_from: ${from}`, "census: 2020", "source: made up", `restricted: ${JSON.stringify(codes)}`];
  writeFileSync(join(folder, name), lines.join("\n"));
}

describe("postal codes of few people", () => {
  it("are the seventeen of the guidance, by Census 2000", async () => {
    const {restricted, census} = await readRestrictedZip3(references, "2026-03-31");
    const guidance = "036 692 878 059 790 879 063 821 884 102 823 890 203 830 893 556 831";
    expect([...restricted].sort()).toEqual(guidance.split(" ").sort());
    expect(census).toBe(2000);
  });

  it("are those of the newest table that was valid on the as-of date", async () => {
    expect((await readRestrictedZip3(folder, "2023-12-31")).restricted).toEqual(["036", "059"]);
    expect((await readRestrictedZip3(folder, "2024-01-01")).restricted).toEqual(["036"]);
  });

  it("are not known before any table was valid, which is said rather than taken for none", async () => {
    await expect(readRestrictedZip3(folder, "2000-01-01")).rejects.toThrow(/valid on 2000-01-01, found none/);
  });

  it("are three digits each, in quotes: a table that says 36 is refused", async () => {
    const other = mkdtempSync(join(tmpdir(), "plumbline-zip3-"));
    writeFileSync(join(other, "zip3_x.yaml"), "valid_from: 2002-01-01\ncensus: 2000\nsource: x\nrestricted: [036]");
    await expect(readRestrictedZip3(other, "2026-03-31")).rejects.toThrow(/^zip3_x\.yaml: restricted, 0: /);
    rmSync(other, {recursive: true, force: true});
  });
});
