import {beforeAll, describe, expect, it} from "vitest";
import {type Audit, loadAudit} from "../../../src/disclosure/audit/audit.ts";
import {profiles} from "../../../src/disclosure/profile.ts";
import {measures} from "../../../src/measures/index.ts";
import {audited} from "../../../src/publish/audited.ts";
import {type Candidate, chooseCandidates} from "../../../src/publish/candidates.ts";
import type {Program} from "../../../src/publish/programs.ts";
import type {Result} from "../../../src/publish/result.ts";
import {resultCandidates} from "../../../src/publish/result_candidates.ts";
import {ToldCounts} from "../../../src/publish/told_counts.ts";
import {resultRow, shareRow} from "../../publish/result_rows.ts";

let audit: Audit;
beforeAll(async () => {
  audit = await loadAudit();
});

const profile = profiles.cms11;
const north = {source: "ehr", name: "North", site: "north", level_of_care: "IOP", population: "adult"};
const programs: Program[] = ["north-iop", "north-php"].map((group) => ({...north, program_key: group, group}));

/** In the order of the rows that are made of them. */
function candidatesOf(results: readonly Result[]): Candidate[] {
  return resultCandidates(results, measures, profile).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What the audit says of a release that shows these rows whatever they tell, but for those hidden: the places, or nothing. */
function placesFound(results: readonly Result[], told?: ToldCounts, hidden: readonly Result[] = []): string {
  const candidates = candidatesOf(results);
  const {release} = chooseCandidates(candidates, programs, profile, told);
  try {
    const shown = new Set(
      [...candidates.keys()].filter((row) => !hidden.some((one) => one === candidates[row]?.place))
    );
    audited(release, {shown, measureOf: () => null, textOf: String}, profile, {
      audit,
      action: "stop",
      before: new Set()
    });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A score change of so many people: its mean and n together tell their sum, and the other way round. */
function changeRow(units: number, given: Partial<Result> = {}): Result {
  return resultRow({measure: "phq9_change", unit: "points", units, denominator: units, value: 4, ...given});
}

const program = (group: string) => ({breakdown: "program", group});

describe("an audit of planted leaks", () => {
  it("finds the few whom a mean counts", () => {
    expect(placesFound([changeRow(40)])).toBe("");
    expect(placesFound([changeRow(7)])).toContain("all programs, all time");
  });

  it("finds the few between the people of a mean and those of a share of the same, whose sums differ by theirs", () => {
    const response = (units: number) => shareRow(20, units, {measure: "phq9_response"});
    expect(placesFound([changeRow(62), response(40)])).toBe("");
    expect(placesFound([changeRow(47), response(40)])).toContain("all programs, all time");
  });

  it("finds the few of a rate's denominator who are not in its numerator", () => {
    expect(placesFound([shareRow(20, 40)])).toBe("");
    expect(placesFound([shareRow(36, 40)])).toContain("all programs, all time");
  });

  it("finds the few in the one program that is left of a total", () => {
    const told = [shareRow(40, 110), shareRow(25, 60, program("north-iop"))];
    expect(placesFound([...told, shareRow(15, 50, program("north-php"))])).toBe("");
    const few = shareRow(2, 4, program("north-php"));
    const beside = [shareRow(40, 104), shareRow(38, 100, program("north-iop")), few];
    expect(placesFound(beside, undefined, [few])).toContain("program north-php, all time");
    expect(placesFound(beside.slice(1), undefined, [few])).toBe("");
  });

  it("finds the few whom two overlapping breakdowns leave: a site with the programs beside them", () => {
    const site = shareRow(40, 104, {breakdown: "site", group: "north"});
    const few = shareRow(2, 4, program("north-php"));
    const beside = [site, shareRow(38, 100, program("north-iop")), few];
    expect(placesFound(beside, undefined, [few])).toContain("program north-php, all time");
    expect(placesFound(beside, undefined, [few, site])).toBe("");
  });

  it("finds the one person by whom two releases differ", () => {
    const rowsOf = (units: number) => [shareRow(50, units)];
    const earlier = (units: number) => {
      const told = new ToldCounts();
      told.add(told.changesIn(chooseCandidates(candidatesOf(rowsOf(units)), programs, profile).counts));
      return told;
    };
    expect(placesFound(rowsOf(100), earlier(100))).toBe("");
    expect(placesFound(rowsOf(100), earlier(80))).toBe("");
    expect(placesFound(rowsOf(101), earlier(100))).toContain("all programs, all time");
  });
});

describe("what an audit says", () => {
  it("names measures, places and what to make coarser, and no count", () => {
    const rows = ["payer", "program+payer"].map((breakdown) =>
      shareRow(36, 40, {breakdown, group: breakdown === "payer" ? "medicaid" : "north-iop+medicaid"})
    );
    const {release} = chooseCandidates(candidatesOf(rows), programs, profile);
    const stopped = () =>
      audited(release, {shown: new Set([0, 1]), measureOf: () => "completion", textOf: String}, profile, {
        audit,
        action: "stop",
        before: new Set()
      });
    expect(stopped).toThrow(
      "the audit: expected no small count to follow from what is published, found some from rows of completion in payer medicaid, all time; program+payer north-iop+medicaid, all time; nothing was published"
    );
    expect(stopped).toThrow(
      expect.objectContaining({
        kind: "disclosure",
        hint: "make these coarser: leave program+payer out of crossed_breakdowns"
      })
    );
  });
});
