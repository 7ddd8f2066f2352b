import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";

interface Violation {
  id: string;
  nodes: {html: string}[];
}

const source = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** WCAG 2.2 A and AA, and what a screen reader goes by: the order of headings, one main heading, all in landmarks. */
const options = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: Object.fromEntries(
    ["target-size", "heading-order", "page-has-heading-one", "region"].map((rule) => [rule, {enabled: true}])
  ),
  resultTypes: ["violations"]
};
const run = `axe.run(document, ${JSON.stringify(options)}).then(({violations}) => violations)`;

/** What axe finds against WCAG 2.2 AA and in a page's outline, one line each. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const violations: Violation[] = await page.evaluate(run);
  return violations.map(({id, nodes}) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
