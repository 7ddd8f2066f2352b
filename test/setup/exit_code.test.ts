import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {expect, it} from "vitest";

it("a run with a failed test does not end with 0", () => {
  const root = join(import.meta.dirname, "../..");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const {status, stdout} = spawnSync(
    process.execPath,
    [vitest, "run", "--config", join(import.meta.dirname, "failing.config.ts")],
    {cwd: root, encoding: "utf8"}
  );
  expect(stdout).toContain("1 failed");
  expect(status).toBe(1);
});
