import {appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {checkSite} from "./check_site.ts";
import {fixtureSite} from "./fixture_site.ts";

const folder = mkdtempSync(join(tmpdir(), "dashboard-"));
const [published, dist] = [join(folder, "published"), join(folder, "dist")];

beforeAll(async () => {
  const made = await fixtureSite();
  cpSync(made.published, published, {recursive: true});
  cpSync(made.dist, dist, {recursive: true});
}, 120_000);

afterAll(() => rmSync(folder, {recursive: true}));

describe("the built site in a browser", () => {
  it("has no error, no foreign request and no barrier on any page, and shows the published headline", async (context) => {
    const problems = await checkSite({published, dist});
    if (problems === null) context.skip();
    expect(problems).toEqual([]);
  }, 180_000);

  it("is seen to break the rules when it does", async (context) => {
    const page = join(dist, "about.html");
    const original = readFileSync(page, "utf8");
    appendFileSync(
      page,
      `<script>document.title = ""</script><img src="https://example.org/a.png"><pre>${"wide".repeat(200)}</pre>`
    );
    const problems = await checkSite({published, dist, only: /^about/});
    writeFileSync(page, original);
    if (problems === null) context.skip();
    const text = (problems ?? []).join("\n");
    for (const sign of ["inline script", "https://example.org/a.png", "px wide", "axe image-alt"])
      expect(text).toContain(sign);
  }, 180_000);
});
