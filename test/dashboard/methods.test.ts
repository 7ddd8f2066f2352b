import {describe, expect, it} from "vitest";
import {glossaryPath, measurePath} from "../../src/dashboard/addresses.ts";
import type {Catalogue} from "../../src/dashboard/catalogue.ts";
import {methodsPage} from "../../src/dashboard/pages/methods.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import type {Release} from "../../src/dashboard/release.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue} from "./published_fixture.ts";

const release = {
  ...{release: "2026-03-31-aaaaaaaaaaaa", as_of: "2026-03-31"},
  settings: {minimum_units: 25, disclosure_profile: "threshold5"}
} as unknown as Release;

function page(given: {catalogue?: Catalogue; release?: Release; results?: ResultRow[]} = {}): string {
  return methodsPage(given.catalogue ?? catalogue, given.release ?? release, given.results ?? []).body.text;
}

describe("the handbook", () => {
  it("has every measure of the release under its domain, leading to its page", () => {
    const text = page();
    for (const {id} of catalogue.measures) {
      expect(text).toContain(`id="measure-${id}"`);
      expect(text).toContain(`href="${measurePath(id)}"`);
    }
    const domains = [...text.matchAll(/<h3 id="domain-([^"]*)"/g)].map(([, domain]) => domain);
    expect(domains).toEqual([...new Set(catalogue.measures.map(({domain}) => domain))]);
  });

  it("says who counts, what counts as met, estimator, interval, finest period, source and version, as published", () => {
    const [first, ...others] = catalogue.measures as [Catalogue["measures"][number]];
    const told = {denominator: "who (told)", numerator: "met (told)", estimator: "made_so", interval: "of chance"};
    const measure = {...first, ...told, finest_period: "fortnight", source: "the board", version: "17"};
    const text = page({catalogue: {...catalogue, measures: [measure, ...others]}});
    for (const words of [
      "who (told)",
      "met (told)",
      "Made so, in percent",
      "of chance",
      "fortnight",
      "the board",
      "17"
    ])
      expect(text).toContain(`<dd>${words}</dd>`);
  });

  it("gives each status the words of the release", () => {
    for (const {id, label} of catalogue.statuses)
      expect(page()).toContain(`<dt id="status-${id}">${upper(id)}</dt><dd>${label}</dd>`);
  });

  it("gives an instrument its range and bands, each up to where the next begins, and says so where none are given", () => {
    const bands = [
      {from: 0, label: "low"},
      {from: 5, label: "high"}
    ];
    const instruments = [
      {id: "phq9", label: "PHQ-9", minimum: 0, maximum: 27, bands},
      {id: "other", label: "Other"}
    ];
    const text = page({catalogue: {...catalogue, instruments}});
    expect(text).toContain("<td>0 to 27</td>");
    expect(text).toContain("<li>0 to 4: low</li><li>5 to 27: high</li>");
    expect(text).toContain('<th scope="row">Other</th><td>not given</td><td>not given</td><td>none</td>');
  });

  it("reads a share of the release as its example, and none that is hidden", () => {
    expect(page({results: [resultRow()]})).toContain(
      '<data value="0.6244444444444445">62.4%</data></strong>,\n95% interval 57.9% to 66.8%, 281 of 450'
    );
    expect(page({results: [resultRow({status: "suppressed", value: null})]})).not.toContain("For example");
  });
});

describe("the protection of people", () => {
  it("is told by the profile that the release names", () => {
    expect(page()).toContain("<code>threshold5</code>: no count of 1 to 4 people is shown");
    const none = {...release, settings: {}} as Release;
    expect(page({release: none})).toContain("Small counts of people are not shown.");
  });
});

describe("the glossary", () => {
  it("has an id for each word, once, in alphabetical order", () => {
    const text = page();
    const entries = [...text.matchAll(/<dt id="glossary-([^"]*)">([^<]*)<\/dt>/g)];
    const [ids, terms] = [entries.map(([, id]) => id), entries.map(([, , term = ""]) => term.toLowerCase())];
    expect(new Set(ids).size).toBe(ids.length);
    expect(terms).toEqual([...terms].sort());
    const asked =
      "episode treated baseline denominator numerator interval reliable-change caseness remission as-of release held";
    expect(ids).toEqual(expect.arrayContaining(asked.split(" ")));
    expect(ids).toEqual(expect.arrayContaining(["unstable", "insufficient", "immature", "suppressed"]));
  });

  it("is where every link to a word leads", () => {
    const text = page();
    const leads = [...text.matchAll(/href="\/methods#([^"]*)"/g)].map(([, id]) => id);
    expect(leads.length).toBeGreaterThan(3);
    expect(leads.filter((id) => !text.includes(`id="${id}"`))).toEqual([]);
    expect(glossaryPath("interval")).toBe("/methods#glossary-interval");
  });

  it("says below how many a figure is unstable, as the release was set", () => {
    expect(page()).toContain("Here that is fewer than 25.");
  });
});

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
