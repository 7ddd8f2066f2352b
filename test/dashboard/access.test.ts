import {describe, expect, it} from "vitest";
import type {Catalogue, Measure} from "../../src/dashboard/catalogue.ts";
import {accessPage} from "../../src/dashboard/pages/access.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import {noTables, type Tables} from "../../src/dashboard/tables.ts";
import {claimRow, curveRow, spcRow} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue as plainCatalogue} from "./published_fixture.ts";
import {suppressed} from "./section_subject.ts";

const days = plainCatalogue.measures.find(({id}) => id === "length_of_stay") as Measure;
const wait = {...days, id: "time_to_first_service", label: "Time to first service"};
const catalogue: Catalogue = {...plainCatalogue, measures: [...plainCatalogue.measures, wait]};

const attended = (value: number, breakdown = "all", group = "") =>
  resultRow({measure: "attendance", breakdown, group, value, lower: value - 0.02, upper: value + 0.02});

async function text(tables: Partial<Tables>): Promise<string> {
  return (await accessPage(catalogue, {...noTables, ...tables})).body.text;
}

describe("access and attendance", () => {
  it("asks only what the organisation measures", async () => {
    const questions = [...(await text({})).matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id);
    expect(questions).toEqual(["seen", "come"]);
  });

  it("puts programs in the catalogue's order however their figures and rows stand, and the hidden one in words", async () => {
    const results = [
      attended(0.9, "program", "South_IOP"),
      resultRow({measure: "attendance", breakdown: "program", group: "east/iop", ...suppressed}),
      attended(0.7, "program", "n-iop"),
      attended(0.8)
    ];
    const page = await text({results});
    expect(page).toContain(
      "Attendance by program. everyone 80.0%; North IOP: 70.0% (68.0% to 72.0%), n = 450; South IOP &lt;evenings&gt;: 90.0%"
    );
    expect(page).toContain("<li>Not shown: 1 to 10 people: East IOP.</li>");
    expect(page).not.toMatch(/\b(?:rank|best|worst|1st)\b/i);
  });

  it("puts the published sentence of the newest quarter over the control chart", async () => {
    const quarter = {measure: "attendance", period_type: "quarter", period: "2025-Q3"} as const;
    const sentence = "Attendance by quarter shows no signal.";
    const page = await text({
      results: [resultRow(quarter)],
      spc: [spcRow(quarter)],
      claims: [claimRow({...quarter, kind: "trend", sentence, because: "the limits are on trial"})]
    });
    expect(page).toContain(`<figcaption><strong>${sentence}</strong>`);
    expect(page).toContain("<li>Why the title says no more: the limits are on trial.</li>");
  });

  it("asks over a chart whose sentence was kept silent", async () => {
    const quarter = {measure: "attendance", period_type: "quarter", period: "2025-Q3"} as const;
    const silent = claimRow({...quarter, kind: "trend", strength: "silent", sentence: "No figure."});
    const page = await text({results: [resultRow(quarter)], claims: [silent]});
    expect(page).not.toContain("<strong>No figure.</strong>");
    expect(page).toContain("<strong>How did it move from quarter to quarter?</strong>");
  });

  it("draws each program over the same quarters and on one scale, and names a hidden quarter", async () => {
    const at = (group: string, period: string, given: Partial<ResultRow> = {}) =>
      resultRow({measure: "attendance", breakdown: "program", group, period_type: "quarter", period, ...given});
    const low = {value: 0.3, lower: 0.21, upper: 0.4};
    const results = [
      at("South_IOP", "2025-Q1", {value: 0.8, lower: 0.7, upper: 0.89}),
      at("n-iop", "2025-Q1", low),
      at("n-iop", "2025-Q2", suppressed),
      at("n-iop", "2025-Q3", low)
    ];
    const page = await text({results});
    const charts = [...page.matchAll(/<svg [\s\S]*?<\/svg>/g)].map(([svg]) => svg);
    const signs = charts.map((svg) =>
      [...svg.matchAll(/>(\d+%|\d{4} Q\d)<\/text>/g)].map(([, sign]) => sign).join(" ")
    );
    expect(charts[0]).toContain("North IOP, Attendance by quarter: 2 of 3 quarters have a value.");
    expect(charts[1]).toContain("South IOP");
    expect(signs[0]).toMatch(/2025 Q1.*2025 Q3.*20%.*80%|20%.*80%.*2025 Q1.*2025 Q3/);
    expect(signs[1]).toBe(signs[0]);
    expect(page).toContain("<li>Not shown: 1 to 10 people: 2025 Q2.</li>");
  });

  it("draws how long people wait, day by day", async () => {
    const curves = [0, 2, 9].map((time) => curveRow({measure: wait.id, curve: "waiting", time, value: 1 - time / 10}));
    expect(await text({curves})).toContain("How many still wait on a day after referral?");
  });
});
