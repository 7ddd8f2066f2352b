import {describe, expect, it} from "vitest";
import type {Catalogue} from "../../src/dashboard/catalogue.ts";
import {equityPage} from "../../src/dashboard/pages/equity.ts";
import {noTables, type Tables} from "../../src/dashboard/tables.ts";
import {claimRow, comparisonRow} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue as plainCatalogue} from "./published_fixture.ts";
import {ofAge, suppressed} from "./section_subject.ts";

const race = {id: "race", label: "Race"};
const catalogue: Catalogue = {
  ...plainCatalogue,
  headline: ["completion"],
  breakdowns: [...plainCatalogue.breakdowns, race, {id: "level_of_care", label: "Level of care"}]
};
const ofRace = (group: string, given = {}) => resultRow({breakdown: "race", group, ...given});

async function text(tables: Partial<Tables>): Promise<string> {
  return (await equityPage(catalogue, {...noTables, ...tables})).body.text;
}

describe("the equity page", () => {
  it("says first what a difference cannot mean, and why a group is hidden", async () => {
    const [, first = ""] = /<p class="read-first">([\s\S]*?)<\/p>/.exec(await text({})) ?? [];
    expect(first).toContain("It does not say why");
    expect(first).toMatch(/hidden to protect the few people in them, not because they do not\s+matter/);
  });

  it("names a hidden group in words, beside groups that are shown and where none is", async () => {
    const results = [ofAge("26-44"), ofAge("90+", suppressed), ofRace("native_hawaiian", suppressed)];
    const page = await text({results});
    expect(page).toContain("<li>Not shown: 1 to 10 people: 90+.</li>");
    expect(page).toContain("<li>No group has a value to draw: Race. Not shown: 1 to 10 people: Native Hawaiian.</li>");
  });

  it("shows groups of people only, not programs, sites or kinds of care, and no joined ones", async () => {
    const others = ["program", "site", "level_of_care", "program+race"].map((breakdown) =>
      resultRow({breakdown, group: "n-iop", value: 0.111})
    );
    const page = await text({results: [resultRow(), ofAge("26-44"), ...others]});
    expect(page).not.toContain("11.1%");
    expect([...page.matchAll(/<strong>(Does it differ by [^<]*)</g)].map(([, title]) => title)).toEqual([
      "Does it differ by age at admission?"
    ]);
  });

  it("draws all groups of a measure on one scale, however far apart they are", async () => {
    const results = [
      resultRow(),
      ofAge("26-44", {value: 0.2, lower: 0.1, upper: 0.3}),
      ofRace("black", {value: 0.8, lower: 0.7, upper: 0.9})
    ];
    const axes = [...(await text({results})).matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) =>
      [...svg.matchAll(/>(\d+%)<\/text>/g)].map(([, label]) => label).join(" ")
    );
    expect(axes).toHaveLength(2);
    expect(new Set(axes).size).toBe(1);
    expect(axes[0]).toMatch(/^(?:0|10|20)%.*(?:80|90|100)%$/);
  });

  it("tells under each figure its distance from the rest, with the share measured beside it", async () => {
    const results = [resultRow(), ofAge("26-44"), ofAge("18-25")];
    const page = await text({results, comparison: [comparisonRow()]});
    expect(page).toContain("81.2% measured, +7.0 (+2.0 to +12.0) percentage points from the rest");
    expect(page).toContain("18-25: 62.4% (57.9% to 66.8%), n = 400, not compared with the rest");
  });

  it("says so where it is not known how many of a group were measured", async () => {
    const improved = (group: string) => ofAge(group, {measure: "reliable_improvement"});
    const results = [resultRow({measure: "reliable_improvement"}), improved("26-44"), improved("18-25")];
    const comparison = [comparisonRow({measure: "reliable_improvement"})];
    const {body} = await equityPage(
      {...catalogue, headline: ["reliable_improvement"]},
      {...noTables, results, comparison}
    );
    expect(body.text).toContain("<li>Share measured not published: 18-25.</li>");
    expect(await text({results: [resultRow(), ofAge("26-44")]})).not.toContain("Share measured");
  });

  it("lists the groups that stand out, and no other, with the published sentence under their chart", async () => {
    const results = [resultRow(), ofAge("26-44"), ofAge("18-25")];
    const comparison = [comparisonRow(), comparisonRow({group: "18-25", stands_out: "no"})];
    const about = (group: string) =>
      claimRow({kind: "comparison", breakdown: "age_band", group, sentence: `Sentence of ${group}.`});
    const page = await text({results, comparison, claims: [about("26-44"), about("18-25")]});
    const [list = ""] = /<caption>Groups that stand out[\s\S]*?<\/table>/.exec(page) ?? [];
    expect(list).toContain("<td>Age at admission: 26-44</td><td>62.4% and 55.0%</td>");
    expect(list).not.toContain("18-25");
    expect(page).toContain("Sentence of 26-44.");
    expect(page).not.toContain("Sentence of 18-25.");
  });

  it("says so where no difference stands out, and where nothing is published of groups", async () => {
    const page = await text({results: [resultRow()]});
    expect(page).toContain("No published difference of a headline measure stands out");
    expect(page).toContain("Nothing is published of groups of people.");
  });
});
