import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {bundleClient} from "../../pipelines/dashboard/bundle_client.ts";

const folder = mkdtempSync(join(tmpdir(), "client-"));
const [here, elsewhere] = [join(folder, "here"), join(folder, "elsewhere")];
let address: string;

beforeAll(async () => {
  address = await bundleClient(resolve("."), here);
});

afterAll(() => rmSync(folder, {recursive: true}));

function modules(site: string): [name: string, text: string][] {
  return readdirSync(join(site, "_client"))
    .sort()
    .map((name) => [name, readFileSync(join(site, "_client", name), "utf8")]);
}

describe("the modules for the browser", () => {
  it("are the same bytes under the same names wherever they are made", async () => {
    const copy = join(folder, "copy");
    mkdirSync(copy);
    cpSync("src/dashboard", join(copy, "src/dashboard"), {
      recursive: true,
      filter: (file) => !file.includes(".observablehq")
    });
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
    expect(await bundleClient(copy, elsewhere)).toBe(address);
    expect(modules(elsewhere)).toEqual(modules(here));
    expect(address).toMatch(/^_client\/site\.[0-9A-Z]{8}\.js$/);
  });

  it("are at most 60 kB, packed, until a filter is set, and 175 kB then", () => {
    const packed = (given: [string, string][]) => given.reduce((sum, [, text]) => sum + gzipSync(text).length, 0);
    const drawing = modules(here).filter(([name]) => name.startsWith("draw_page"));
    expect(drawing).toHaveLength(1);
    expect(packed(modules(here)) - packed(drawing)).toBeLessThan(60_000);
    expect(packed(modules(here))).toBeLessThan(175_000);
  });

  it("load what draws only when it is asked for", () => {
    const [, site = ""] = modules(here).find(([name]) => name.startsWith("site")) ?? [];
    expect(site).toMatch(/import\("\.\/draw_page\.\w+\.js"\)/);
    expect(site).not.toMatch(/from"\.\/draw_page/);
  });

  it("tell nothing of the machine that made them", () => {
    const text = modules(here)
      .map(([, module]) => module)
      .join("\n");
    expect(text).not.toContain(resolve("."));
    expect(text).not.toMatch(/node_modules|sourceMappingURL|src\/dashboard/);
  });
});
