import {describe, expect, it} from "vitest";
import {compareReleases} from "../../src/releases/compare_releases.ts";
import {isClosedQuarter} from "../../src/releases/place.ts";
import type {FigureRow} from "../../src/releases/published_release.ts";
import {summaryOf} from "../../src/releases/words.ts";
import {figureRow, hiddenRow, released, releasedBefore} from "./released.ts";

const earlier = {as_of: "2026-02-28"};

function between(before: FigureRow[], after: FigureRow[]) {
  return compareReleases(releasedBefore({figures: before}), released({figures: after}));
}

const ofProgram = {breakdown: "program", group: "n-iop"};
const quarter = (period: string) => ({period_type: "quarter", period});

describe("a figure of everyone over all time", () => {
  it("has the difference of its two published numbers, after less before", () => {
    const before = figureRow({...earlier, value: 0.488, numerator: 581, denominator: 1190, units: 1190});
    const [move] = between([before], [figureRow({value: 0.491, units: 1221})]).figures;
    expect(move?.difference).toBeCloseTo(0.003, 12);
    expect(move).toMatchObject({apart: null, label: "Completion", unit: "share"});
    expect([move?.before?.units, move?.after?.units]).toEqual([1190, 1221]);
  });

  it.each<[string, FigureRow[], FigureRow[], string]>([
    ["was hidden", [hiddenRow(earlier)], [figureRow()], "not_told_before"],
    ["is hidden", [figureRow(earlier)], [hiddenRow()], "not_told_now"],
    ["was and is hidden", [hiddenRow(earlier)], [hiddenRow()], "not_told"],
    ["is new", [], [figureRow()], "new"],
    ["is gone", [figureRow(earlier)], [], "gone"],
    ["is counted by another definition", [figureRow(earlier)], [figureRow({version: "2"})], "definition"],
    ["is in another unit", [figureRow(earlier)], [figureRow({unit: "points"})], "unit"]
  ])("has none where it %s", (_, before, after, apart) => {
    expect(between(before, after).figures).toMatchObject([{difference: null, apart}]);
  });

  it("is never subtracted from, nor shown, where a hidden row holds a number all the same", () => {
    const leaking = figureRow({...earlier, status: "suppressed"});
    const [move] = between([leaking], [figureRow()]).figures;
    expect(move).toMatchObject({difference: null, before: {value: null, numerator: null, denominator: null}});
  });

  it("is held where its row is of an earlier date than the release", () => {
    const [move] = between([figureRow(earlier)], [figureRow(earlier)]).figures;
    expect(move).toMatchObject({difference: 0, before: {is_held: false}, after: {is_held: true, as_of: "2026-02-28"}});
  });

  it("shows few people as what they are, and subtracts them", () => {
    const few = figureRow({...earlier, status: "unstable", value: 0.5, units: 24});
    expect(between([few], [figureRow({value: 0.75})]).figures).toMatchObject([
      {difference: 0.25, before: {status: "unstable"}}
    ]);
  });
});

describe("a quarter that had been reported", () => {
  it("was over on the earlier of the two dates", () => {
    expect(["2025-Q4", "2026-Q1"].map((period) => isClosedQuarter(period, "2026-02-28"))).toEqual([true, false]);
    expect(isClosedQuarter("2026-Q1", "2026-03-31")).toBe(true);
    expect(isClosedQuarter("2026", "2027-01-01")).toBe(false);
  });

  it("is listed where its value or count is another one, or it is no longer told", () => {
    const periods = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"];
    const before = periods.map((period) => figureRow({...earlier, ...quarter(period)}));
    const after = [
      figureRow(quarter("2025-Q1")),
      figureRow({...quarter("2025-Q2"), value: 0.7, numerator: 315}),
      figureRow({...quarter("2025-Q3"), units: 451}),
      hiddenRow(quarter("2025-Q4")),
      figureRow({...quarter("2026-Q1"), value: 0.1})
    ];
    const {past} = between(before, after);
    expect(past.moved.map(({period, difference}) => [period, difference === null])).toEqual([
      ["2025-Q2", false],
      ["2025-Q3", false],
      ["2025-Q4", true]
    ]);
    expect(past.everyone).toEqual([{measure: "completion", label: "Completion", told: 4, moved: 3}]);
  });

  it("is counted for programs, and what was hidden is not told anew", () => {
    const place = {...ofProgram, ...quarter("2025-Q3")};
    const other = {...ofProgram, group: "s-iop", ...quarter("2025-Q3")};
    const {past} = between(
      [figureRow({...earlier, ...place}), hiddenRow({...earlier, ...other})],
      [figureRow({...place, value: 0.5}), figureRow(other)]
    );
    expect(past.programs).toEqual([{measure: "completion", label: "Completion", told: 1, moved: 1}]);
    expect(past.moved).toEqual([]);
  });
});

describe("a figure of a program", () => {
  it("is listed where it was hidden or is shown again, and not where it is merely too early", () => {
    const places = ["a", "b", "c", "d"].map((group) => ({breakdown: "program", group}));
    const [a, b, c, d] = places;
    const changes = between(
      [
        figureRow({...earlier, ...a}),
        hiddenRow({...earlier, ...b}),
        figureRow({...earlier, ...c}),
        hiddenRow({...earlier, ...d})
      ],
      [hiddenRow(a), figureRow(b), hiddenRow({...c, status: "immature"}), hiddenRow(d)]
    );
    expect(changes.programs.map(({group, apart}) => [group, apart])).toEqual([
      ["a", "not_told_now"],
      ["b", "not_told_before"]
    ]);
  });
});

describe("the summary", () => {
  it("counts what is another number, what is the same, and what cannot be subtracted", () => {
    const other = {measure: "attendance"};
    const changes = between(
      [figureRow(earlier), hiddenRow({...earlier, ...other}), figureRow({...earlier, ...quarter("2025-Q3")})],
      [figureRow({value: 0.7}), figureRow(other), figureRow({...quarter("2025-Q3"), value: 0.5})]
    );
    expect(summaryOf(changes)).toEqual([
      "Of 2 figures for everyone over all time, 1 is another number now, 0 are the same, and 1 cannot be subtracted.",
      "Of 1 figure for everyone that was told for quarters closed in both, 1 is told otherwise now."
    ]);
  });
});
