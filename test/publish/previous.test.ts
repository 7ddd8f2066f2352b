import {existsSync, mkdtempSync, readlinkSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {writeRelease} from "../../src/publish/write_release.ts";

let out = "";
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "plumbline-previous-"));
});
afterEach(() => rmSync(out, {recursive: true, force: true}));

const publish = (name: string) => writeRelease(out, name, [{file: "results.csv", content: name, rows: null}]);
const links = () =>
  ["previous", "current"].map((name) => (existsSync(join(out, name)) ? readlinkSync(join(out, name)) : null));

describe("the release that was current before", () => {
  it("is none after the first", async () => {
    await publish("first");
    expect(links()).toEqual([null, "releases/first"]);
  });

  it("is the one before the current, and stays so when the same is published again", async () => {
    for (const name of ["first", "second", "second", "third", "third"]) await publish(name);
    expect(links()).toEqual(["releases/second", "releases/third"]);
  });

  it("is the newer one when an older one is published again", async () => {
    for (const name of ["first", "second", "first"]) await publish(name);
    expect(links()).toEqual(["releases/second", "releases/first"]);
  });

  it("is mended where a run was killed after it was switched and before the current one was", async () => {
    for (const name of ["first", "second"]) await publish(name);
    rmSync(join(out, "previous"));
    symlinkSync("releases/second", join(out, "previous"));
    symlinkSync("releases/third", join(out, ".current-next"));
    await publish("third");
    expect(links()).toEqual(["releases/second", "releases/third"]);
  });
});
