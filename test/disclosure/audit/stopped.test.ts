import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Ended, runPlumbline} from "../../cli/plumbline_process.ts";
import {copyBuiltExample} from "../../pipeline/built_example.ts";

const folder = mkdtempSync(join(tmpdir(), "plumbline-stopped-"));
let ended: Ended;

beforeAll(async () => {
  await copyBuiltExample(folder);
  const words = ["publish", "--warehouse", "built", "--out", "published", "--disclosure-audit", "stop"];
  ended = await runPlumbline(words, {cwd: folder});
}, 600_000);
afterAll(() => rmSync(folder, {recursive: true}));

it("ends the run with 5 where the organisation asks for that, names places and what to make coarser, and publishes nothing", () => {
  expect(ended.stderr).toMatch(
    /^the audit: expected no small count to follow from what is published, found some from rows of \w.* in \w.* and \d+ more; nothing was published\n {2}hint: make these coarser: \S/m
  );
  expect(ended.code).toBe(5);
  expect(existsSync(join(folder, "published/releases"))).toBe(false);
});
