import {existsSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {forEachEngine} from "../pipeline/engines.ts";
import {runPlumbline, startPlumbline} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic} from "./small_clinic.ts";

let clinic: SmallClinic;
beforeAll(async () => {
  clinic = openSmallClinic();
  await writeExample(join(clinic.folder, "example"), {months: 18, episodes_per_year: 200});
});
afterAll(() => clinic.dispose());

forEachEngine((engine) => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143]
  ] as const)(
    "stops where it is at %s, ends with its own exit code and lets the next run finish",
    async (signal, code) => {
      const out = `out-${signal}-${engine.kind}`;
      const place = await engine.makePlace(join(clinic.folder, out));
      const words = [
        "run",
        "--deliveries",
        "example/deliveries",
        "--warehouse",
        out,
        "--out",
        out,
        "--until",
        "publish"
      ];
      const surroundings = {cwd: clinic.folder, env: place.env};
      try {
        const {child, said, ended} = startPlumbline(words, surroundings);
        await said("ingest:");
        child.kill(signal);
        const stopped = await ended;
        expect(stopped).toMatchObject({code, stdout: ""});
        expect(stopped.stderr).toMatch(
          new RegExp(
            `interrupted by ${signal}\n {2}hint: what was finished stays; the same command goes on from there\n$`
          )
        );
        expect(stopped.stderr).not.toContain("publish:");
        expect(existsSync(join(clinic.folder, out, "database.lock"))).toBe(false);
        const next = await runPlumbline(words, surroundings);
        expect(next.code).toBe(6);
        expect(next.stderr).toMatch(/19 loaded before/);
        expect(next.stdout).toMatch(/^Results/m);
      } finally {
        await place.drop();
      }
    }
  );
});
