import {describe, expect, it} from "vitest";
import type {Catalogue, Measure} from "../../src/dashboard/catalogue.ts";
import {followUpPage} from "../../src/dashboard/pages/follow_up.ts";
import type {ResultRow} from "../../src/dashboard/published.ts";
import {noTables, type Tables} from "../../src/dashboard/tables.ts";
import {claimRow, missingRow, reachedRow} from "./fixture_findings.ts";
import {resultRow} from "./fixture_rows.ts";
import {catalogue as plainCatalogue} from "./published_fixture.ts";
import {suppressed} from "./section_subject.ts";

const later = plainCatalogue.measures.find(({id}) => id === "phq9_change_at_followup") as Measure;
const kept = ["phq9", "phq9_short"].map((id) => ({
  ...later,
  ...{id: `${id}_gains_maintained`, label: `${id} gains maintained`, unit: "share", numerator: "kept"}
}));
const catalogue: Catalogue = {...plainCatalogue, measures: [...plainCatalogue.measures, ...kept]};

function retention(given: Partial<ResultRow> = {}): ResultRow {
  return resultRow({
    ...{measure: "followup_retention", units: 720, denominator: 720, numerator: 298, value: 298 / 720},
    ...given
  });
}

const ofProgram = (group: string, value: number) => retention({breakdown: "program", group, value});
const immature = (period: string) => retention({...suppressed, period_type: "quarter", period, status: "immature"});

async function text(tables: Partial<Tables>): Promise<string> {
  return (await followUpPage(catalogue, {...noTables, ...tables})).body.text;
}

describe("the follow-up page", () => {
  it("warns by name of those of whom fewer than 40 in 100 were reached, and of no other", async () => {
    const results = [retention(), ofProgram("n-iop", 0.4), ofProgram("South_IOP", 0.399)];
    expect(await text({results})).toContain(
      "<li>Insufficient follow-up, fewer than 40% were reached: South IOP &lt;evenings&gt;, all time.</li>"
    );
    expect(await text({results: results.slice(0, 2)})).not.toContain("Insufficient follow-up, fewer");
  });

  it("names the quarters that are too early, and draws none of them", async () => {
    const results = [retention({period_type: "quarter", period: "2025-Q1"}), immature("2025-Q2"), immature("2025-Q3")];
    const page = await text({results});
    expect(page).toContain("<li>Not yet: its window is open: 2025 Q2, 2025 Q3.</li>");
    expect(page).toContain("by quarter: 1 of 3 quarters have a value.");
  });

  it("shows beside a later score how many were reached", async () => {
    const results = [
      retention(),
      resultRow({measure: later.id, unit: "points", numerator: null, value: 5.1, units: 298})
    ];
    const [, card = ""] =
      /<a href="\/measures\/phq9_change_at_followup">([\s\S]*?)<\/article>/.exec(await text({results})) ?? [];
    expect(card).toContain(">41.4%</data>, 298 of 720 (");
  });

  it("draws the gains kept by instrument with those reached of those due, and names the instrument that is hidden", async () => {
    const [phq9, short] = kept.map(({id}) => id) as [string, string];
    const results = [
      retention(),
      resultRow({measure: phq9, units: 116, denominator: 116, numerator: 85, value: 85 / 116}),
      resultRow({measure: short, ...suppressed})
    ];
    const missing = [missingRow({measure: phq9, measured: 116, eligible: 226})];
    const page = await text({results, missing});
    expect(page).toContain("PHQ-9: 73.3% (57.9% to 66.8%), n = 116.");
    expect(page).toContain("<td>116 of 226</td>");
    expect(page).toContain("<li>Not shown: 1 to 10 people: Short PHQ.</li>");
  });

  it("puts the published sentence over the range that a figure could have, and names the measures without a range", async () => {
    const [phq9] = kept.map(({id}) => id) as [string];
    const missing = ["observed", "worst", "best"].map((assumption) => missingRow({measure: phq9, assumption}));
    const sentence = "Of people discharged, between 37.6% and 86.3% had kept the gain.";
    const claims = [claimRow({measure: phq9, kind: "missing", sentence, because: "fewer than 60% were measured"})];
    const page = await text({results: [retention()], missing, claims});
    expect(page).toContain(`<figcaption><strong>${sentence}</strong>`);
    expect(page).toContain("<li>Why the title says no more: fewer than 60% were measured.</li>");
    expect(page).toContain(
      "No range is published, as a count behind it is hidden or missing: phq9_short gains maintained, PHQ-9 change at follow-up."
    );
    expect(page.match(/No assumption can give less/g)).toHaveLength(1);
  });

  it("holds those reached beside those not reached", async () => {
    expect(await text({results: [retention()], reached: [reachedRow()]})).toContain("Whom did follow-up reach?");
  });

  it("says so where the organisation has no follow-up", async () => {
    const page = await followUpPage({...catalogue, measures: []}, noTables);
    expect(page.body.text).toContain("This release has no follow-up.");
  });
});
