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
    const [page, sheet] = [join(dist, "about.html"), join(dist, "unseen.css")];
    writeFileSync(sheet, ".late:focus-visible { outline: none; }");
    const original = readFileSync(page, "utf8");
    appendFileSync(
      page,
      `<script>document.title = ""</script><img src="https://example.org/a.png"><pre>${"wide".repeat(200)}</pre>
<p style="color: red">styled</p><button class="late" tabindex="1">first</button><h6>deep</h6><data value="0.123456">12.3%</data>
<p><input type="checkbox" aria-label="one"><input type="checkbox" aria-label="other"></p><link rel="stylesheet" href="./unseen.css">`
    );
    const problems = await checkSite({published, dist, only: /^about/});
    writeFileSync(page, original);
    rmSync(sheet);
    if (problems === null) context.skip();
    const text = (problems ?? []).join("\n");
    for (const sign of [
      ...["inline script", "inline style", "https://example.org/a.png", "px wide", "axe image-alt"],
      ...[
        "axe heading-order",
        "axe region",
        "axe target-size",
        "no focus is seen on <button",
        "Tab begins with <button",
        "0.123456 is not published"
      ]
    ])
      expect(text).toContain(sign);
  }, 180_000);
});
