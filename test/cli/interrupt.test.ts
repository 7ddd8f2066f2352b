import {cpSync, existsSync} from "node:fs";
import {join} from "node:path";
import pg from "pg";
import {afterAll, beforeAll, expect, inject, it} from "vitest";
import {writeExample} from "../../pipelines/steps/write_example.ts";
import {exampleOptions} from "../pipeline/built_example.ts";
import {forEachEngine, postgres} from "../pipeline/engines.ts";
import {runPlumbline, startPlumbline} from "./plumbline_process.ts";
import {openSmallClinic, type SmallClinic} from "./small_clinic.ts";

let clinic: SmallClinic;
beforeAll(async () => {
  clinic = openSmallClinic();
  await writeExample(join(clinic.folder, "example"), exampleOptions);
  for (const name of ["2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31"])
    cpSync(join(clinic.folder, "example/deliveries", name), join(clinic.folder, "months", name), {recursive: true});
});
afterAll(() => clinic.dispose());

const run = ["run", "--until", "measure", "--deliveries", "months"];

forEachEngine((engine) => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143]
  ] as const)(
    "stops where it is at %s, ends with its own exit code and lets the next run finish",
    async (signal, code) => {
      const out = `out-${signal}-${engine.kind}`;
      const place = await engine.makePlace(join(clinic.folder, out));
      await place.start();
      const words = [...run, "--warehouse", out, "--out", out];
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
        expect(stopped.stderr).not.toContain("measure:");
        expect(existsSync(join(clinic.folder, out, "database.lock"))).toBe(false);
        const next = await runPlumbline(words, surroundings);
        expect(next.code).toBe(0);
        expect(next.stderr).toMatch(/4 loaded before/);
        expect(next.stderr).toContain("measure:");
      } finally {
        await place.drop();
      }
    }
  );
});

it.skipIf(inject("serverUrl") === "")(
  "a run whose server ends the connection ends with 3, and the next run finishes",
  async () => {
    const place = await postgres.makePlace("");
    const out = "out-lost";
    const words = [...run, "--warehouse", out, "--out", out];
    try {
      const {said, ended} = startPlumbline(words, {cwd: clinic.folder, env: place.env});
      await said("ingest:");
      await endOtherSessions(place.env.DATABASE_URL ?? "");
      const {code, stderr} = await ended;
      expect(code, stderr).toBe(3);
      expect(stderr).toContain("expected the Postgres server to answer, found it gone in mid-run\n  hint: ");
      expect((await runPlumbline(words, {cwd: clinic.folder, env: place.env})).code).toBe(0);
    } finally {
      await place.drop();
    }
  }
);

async function endOtherSessions(url: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'plumbline %' and datname = current_database()"
  );
  await client.end();
}
