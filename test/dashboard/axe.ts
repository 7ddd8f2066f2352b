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
/** What another width and colour scheme can change. */
const ofLooks = {...options, runOnly: {type: "rule", values: ["color-contrast", "target-size"]}, rules: {}};

/** What axe finds against WCAG 2.2 AA and in a page's outline, one line each; or in its looks alone, in less time. */
export async function axeProblems(page: Page, {looksOnly = false} = {}): Promise<string[]> {
  await page.evaluate(source);
  const chosen = JSON.stringify(looksOnly ? ofLooks : options);
  const violations: Violation[] = await page.evaluate(
    `axe.run(document, ${chosen}).then(({violations}) => violations)`
  );
  return violations.map(({id, nodes}) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`);
}
