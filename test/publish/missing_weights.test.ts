import {describe, expect, it} from "vitest";
import {outcomePatterns} from "../../src/publish/outcome_patterns.ts";
import {weightedEstimate} from "../../src/publish/weighted_estimate.ts";
import {outcomeOf, pattern, shares} from "./missing_patterns.ts";

const change = outcomeOf("phq9_change");

describe("people without a baseline, of whom a change cannot be known", () => {
  // in one stratum of attendance 80 began mild and 40 severe, and of 24 it is not known; in another it is known of nobody
  const mild = pattern({n: 80, measured: 60, sum_y: 240, sum_yy: 1000, severity: "1"});
  const severe = pattern({n: 40, measured: 20, sum_y: 160, sum_yy: 1400, severity: "5"});
  const unknown = pattern({n: 24, measured: 0, severity: "0"});
  const elsewhere = pattern({n: 6, measured: 0, severity: "0", attendance: "under 50 %"});

  it("are taken to be as severe as those with one who are like them, or as everybody where nobody is", () => {
    const spread = outcomePatterns([mild, severe, unknown, elsewhere]);
    const asWritten = spread.map(({covariates, units, measured, sum}) => [
      covariates.attendance,
      covariates["severity 1"],
      units,
      measured,
      sum
    ]);
    expect(asWritten).toEqual([
      ["85 % or more", "1", 96, 60, 240],
      ["85 % or more", "5", 48, 20, 160],
      ["under 50 %", "1", 4, 0, 0],
      ["under 50 %", "5", 2, 0, 0]
    ]);
  });

  it("are spoken for by those measured: 96 times 4 points, and 48 times 8", () => {
    expect(weightedEstimate(change, [mild, severe, unknown]).value).toBeCloseTo((96 * 4 + 48 * 8) / 144, 12);
  });

  it("stay apart where some of them were measured all the same", () => {
    const measuredToo = outcomePatterns([mild, {...unknown, measured: 3}]);
    expect(measuredToo.map(({covariates, units}) => [covariates["severity 1"], units])).toEqual([
      ["1", 80],
      ["0", 24]
    ]);
  });
});

describe("where both severities together tell who was measured", () => {
  const recovery = outcomeOf("recovery");
  // nobody with a PHQ-9 and without a GAD-7 was measured, though some with neither were
  const patterns = [
    shares(100, 80, 48, {severity: "1/1"}),
    shares(20, 10, 2, {severity: "0/0"}),
    shares(5, 0, 0, {severity: "1/0"})
  ];

  it("the first alone is what weights look at: 105 times 60 %, and 20 times 20 %", () => {
    expect(weightedEstimate(recovery, patterns).value).toBeCloseTo((105 * 0.6 + 20 * 0.2) / 125, 12);
  });
});

describe("there are no weights", () => {
  it.each([
    ["where fewer than 50 were measured", [pattern({n: 90, measured: 49})], /fewer than 50 measured/],
    [
      "where more than 5 % are like nobody who was measured",
      [pattern({n: 100, measured: 60}), pattern({n: 6, measured: 0, completion: "not completed"})],
      /more than 5 %/
    ],
    [
      "where attendance, completion and severity together separate those measured from the others",
      [
        // of completers with low attendance everyone, of others with high attendance nobody
        pattern({n: 60, measured: 40}),
        pattern({n: 30, measured: 0, completion: "not completed"}),
        pattern({n: 30, measured: 30, attendance: "50-69 %"}),
        pattern({n: 30, measured: 15, completion: "not completed", attendance: "50-69 %"})
      ],
      /alone tell/
    ]
  ])("%s", (_, patterns, reason) => {
    const estimate = weightedEstimate(change, patterns);
    expect(estimate).toMatchObject({value: null, lower: null, upper: null, status: "insufficient"});
    expect(estimate.reason).toMatch(reason);
  });

  it("but for as few as 5 % whom they do not speak for there are", () => {
    const patterns = [
      pattern({n: 95, measured: 60, sum_y: 60, sum_yy: 80}),
      pattern({n: 5, measured: 0, attendance: "50-69 %"})
    ];
    expect(weightedEstimate(change, patterns).value).toBeCloseTo(1, 12);
  });
});
