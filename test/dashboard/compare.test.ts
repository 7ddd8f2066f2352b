import {describe, expect, it} from "vitest";
import type {Catalogue} from "../../src/dashboard/catalogue.ts";
import {comparePage} from "../../src/dashboard/pages/compare.ts";
import {noTables, type Tables} from "../../src/dashboard/tables.ts";
import {adjustedRow, claimRow, comparisonRow} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue as plainCatalogue} from "./published_fixture.ts";
import {suppressed} from "./section_subject.ts";

const catalogue: Catalogue = {...plainCatalogue, headline: ["completion"]};

const at = (group: string, value: number, breakdown = "program") =>
  resultRow({breakdown, group, value, lower: value - 0.05, upper: value + 0.05});

async function text(tables: Partial<Tables>, given: Partial<Catalogue> = {}): Promise<string> {
  return (await comparePage({...catalogue, ...given}, {...noTables, ...tables})).body.text;
}

const labels = (page: string) =>
  [...page.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) =>
    [...svg.matchAll(/font-weight="600"[^>]*>([^<]+)</g)].map(([, label]) => label)
  );

describe("programs side by side", () => {
  it("stand in the catalogue's order whatever their figures, without a rank", async () => {
    const results = [at("South_IOP", 0.9), resultRow(), at("n-iop", 0.3)];
    const page = await text({results});
    expect(labels(page)[0]).toEqual(["North IOP", "South IOP &lt;evenings&gt;"]);
    expect(page).toMatch(
      /<th scope="col">North IOP<\/th><th scope="col">South IOP[^<]*<\/th><th scope="col">East IOP</
    );
    expect(page).not.toMatch(/\b(?:best|worst|league|top|bottom|1st|#1)\b/i);
  });

  it("are drawn in one colour, so that none is called good or bad", async () => {
    const page = await text({results: [resultRow(), at("n-iop", 0.3), at("South_IOP", 0.9)]});
    const colours = new Set(
      [...page.matchAll(/(?:fill|stroke)="(var\(--c[^)]*\)|#\w+)"/g)].map(([, colour]) => colour)
    );
    expect([...colours].sort()).toEqual(["var(--c1)", "var(--chart-grid)"]);
  });

  it("have a place in the table with value, interval and count; one that is hidden is so in words", async () => {
    const results = [
      resultRow(),
      at("n-iop", 0.3),
      resultRow({breakdown: "program", group: "South_IOP", ...suppressed})
    ];
    const page = await text({results});
    expect(page).toMatch(/30\.0%<\/data><\/strong><small>25\.0% to 35\.0%<\/small><small>281 of 450<\/small>/);
    expect(page).toContain('<td> <span class="words">not shown: 1 to 10 people</span></td>');
    expect(page).toContain('<td><span class="words">nothing counted</span></td>');
  });

  it("share their scale with the sites of the same measure", async () => {
    const results = [resultRow(), at("n-iop", 0.2), at("north", 0.8, "site")];
    const axes = [...(await text({results})).matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) =>
      [...svg.matchAll(/>(\d+%)<\/text>/g)].map(([, label]) => label).join(" ")
    );
    expect(axes).toHaveLength(2);
    expect(axes[0]).toBe(axes[1]);
  });

  it("go to a further table where they are too many for a sheet", async () => {
    const programs = Array.from({length: 9}, (_, index) => ({
      ...{group: `p${index}`, name: `Program ${index}`, site: null, population: null, level_of_care: null}
    }));
    const page = await text({results: [resultRow()]}, {programs, sites: []});
    const heads = [...page.matchAll(/<caption>Headline measures[\s\S]*?<\/thead>/g)].map(
      ([head]) => head.match(/<th /g)?.length
    );
    expect(heads).toEqual([6, 6, 3]);
    expect(page).toContain("<caption>Headline measures by program, all time, table 3 of 3</caption>");
  });

  it("have the published sentences of those that stand out, and of no other", async () => {
    const results = [resultRow(), at("n-iop", 0.3), at("South_IOP", 0.9)];
    const place = {breakdown: "program", group: "n-iop"};
    const comparison = [comparisonRow(place), comparisonRow({...place, group: "South_IOP", stands_out: "no"})];
    const about = (group: string) => claimRow({...place, group, kind: "comparison", sentence: `Sentence of ${group}.`});
    const page = await text({results, comparison, claims: [about("n-iop"), about("South_IOP")]});
    expect(page).toContain("Sentence of n-iop.");
    expect(page).not.toContain("Sentence of South_IOP.");
  });

  it("are adjusted where a ratio is published, and a measure without one is named", async () => {
    const nothing = {expected: null, ratio: null, lower: null, upper: null, adjusted: null, z: null};
    const adjusted = [
      adjustedRow(),
      adjustedRow({...nothing, measure: "reliable_improvement", status: "insufficient", reason: "too few"})
    ];
    const page = await text({results: [resultRow()], adjusted});
    expect(page).toContain("Completion: is it more or less than expected?");
    expect(page).toContain("North IOP 1.07 (0.98 to 1.16); raw 63.0%, adjusted 66.0%");
    expect(page).toContain("<li>No ratio to draw; the numbers say why: Reliable improvement.</li>");
  });
});
