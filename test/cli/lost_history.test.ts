import {rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Ended, runPlumbline} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic} from "./small_clinic.ts";

const words = ["run", "--until", "publish", "--quiet"];
let clinic: SmallClinic;
let first: Ended;
let rebuilt: Ended;
let next: Ended;
beforeAll(async () => {
  clinic = openSmallClinic();
  await clinic.startWarehouse();
  first = await runPlumbline(words, {cwd: clinic.folder});
  rmSync(join(clinic.folder, "data/warehouse/database"), {recursive: true});
  await clinic.startWarehouse();
  rebuilt = await runPlumbline(words, {cwd: clinic.folder});
  next = await runPlumbline([...words, "--json"], {cwd: clinic.folder});
});
afterAll(() => clinic.dispose());

describe("a warehouse that was made anew beside a release of the former one", () => {
  it("is told of, with what to do, when it publishes for the first time", () => {
    const [release] = /(?<=releases\/)\S+/.exec(first.stdout) ?? [];
    expect(rebuilt.code).toBe(0);
    expect(rebuilt.stdout).toContain(`Warning    history: expected what release ${release} told, found nothing`);
    expect(rebuilt.stdout).toContain("docs/hosting.md");
  });

  it("is not spoken of before it was lost, nor again once it knows its own release", () => {
    expect(first.code).toBe(0);
    expect(first.stdout).not.toContain("Warning");
    expect(JSON.parse(next.stdout).warnings).toEqual([]);
  });
});
