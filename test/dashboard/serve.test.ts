import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serveSite} from "../../pipelines/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "site-"));
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  mkdirSync(join(folder, "measures"));
  mkdirSync(join(folder, "_file"));
  writeFileSync(join(folder, "measures/completion.html"), "Completion");
  writeFileSync(join(folder, "_file/icon.ab12.svg"), "<svg/>");
  site = await serveSite({folder, port: 0});
});

afterAll(async () => {
  await site.close();
  rmSync(folder, {recursive: true});
});

describe("the served site", () => {
  it("is on this machine only and sends a strict policy with every answer", async () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    for (const path of ["measures/completion", "nothing"]) {
      const {headers} = await fetch(`${site.url}${path}`);
      expect(headers.get("Content-Security-Policy")).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'"
      );
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    }
  });

  it("keeps files that carry their hash, and asks again for pages", async () => {
    const caching = async (path: string) => (await fetch(`${site.url}${path}`)).headers.get("Cache-Control");
    expect(await caching("measures/completion")).toBe("no-cache");
    expect(await caching("_file/icon.ab12.svg")).toContain("immutable");
  });

  it("says so where its port is taken", async () => {
    const taken = Number(new URL(site.url).port);
    await expect(serveSite({folder, port: taken})).rejects.toThrow(`serve: port ${taken} is not free`);
  });

  it("has nothing outside its folder", async () => {
    expect((await fetch(`${site.url}nothing`)).status).toBe(404);
    expect((await fetch(`${site.url}..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  });
});
