import {describe, expect, it} from "vitest";
import {claim} from "../../src/claims/claim.ts";
import type {Finding} from "../../src/claims/finding.ts";
import type {Figure, Grounds, Unit} from "../../src/claims/grounds.ts";
import {periodWords} from "../../src/claims/period_words.ts";
import {elsewhere, whereOf} from "../../src/claims/where.ts";
import {findingOf} from "../../src/measures/finding_of.ts";
import {measures} from "../../src/measures/index.ts";
import {defaultSettings} from "../../src/settings.ts";
import {unearned} from "./lexicon.ts";
import {
  change,
  comparison,
  evidence,
  level,
  missing,
  movement,
  naturalCourse,
  points,
  share,
  target,
  trend,
  withEvidence,
  withFigure
} from "./strong_grounds.ts";

const findings: Readonly<Record<string, Finding>> = Object.fromEntries(
  measures.map((measure) => [measure.id, findingOf(measure, defaultSettings)])
);
const ids = measures.map(({id}) => id);

const medianUnits: Readonly<Record<string, Unit>> = {
  attended_hours_per_week: "hours_per_week",
  group_size: "attendees"
};

function figureOf(id: string, {form}: Finding): Figure {
  if (form === "share") return id.match(/attendance|_show|cancellation|dose|weekly/) ? clustered : share;
  if (form === "median") return {...points, unit: medianUnits[id] ?? "days", value: 42, lower: 38, upper: 45.5};
  return id.includes("effect_size") ? {...points, unit: "sd", value: 0.853, lower: 0.71, upper: 0.996} : points;
}

const clustered: Figure = {...share, units: 210, denominator: 9990, numerator: 6238};
const few = {units: 24, denominator: 24, numerator: null, status: "unstable", period: ""} as const;
const hidden = {units: null, denominator: null, numerator: null, value: null, lower: null, upper: null} as const;

/** A figure in words, in four states of the evidence. */
function claimsOf(id: string, finding: Finding) {
  const figure = figureOf(id, finding);
  const grounds = (
    finding.form === "change" ? {...movement, finding, figure} : {...level, finding, figure}
  ) satisfies Grounds;
  return [
    grounds,
    withEvidence(grounds, {share_measured: 0.462}),
    withFigure(grounds, {...few, where: "at North IOP"}),
    withFigure(grounds, {...hidden, status: "suppressed"})
  ].map((one) => claim(one));
}

describe("the words of the measures", () => {
  it("are there for every identifier of the catalogue", () => {
    expect(Object.keys(findings).sort()).toEqual(ids.toSorted());
  });

  it("make English sentences, read by a person", async () => {
    const sections = Object.entries(findings).map(([id, finding]) =>
      [id, ...new Set(claimsOf(id, finding).map(({strength, sentence}) => `  ${strength}: ${sentence}`))].join("\n")
    );
    await expect(`${sections.join("\n\n")}\n`).toMatchFileSnapshot("golden/sentences.txt");
  });

  it.each(Object.entries(findings))("lend %s no word that its sentence has not earned", (id, finding) => {
    for (const {sentence, strength} of claimsOf(id, finding)) {
      expect(unearned(withoutOwnWords(sentence, finding), strength)).toEqual([]);
    }
  });
});

/** What a measure calls itself is no finding: "reliable improvement" is a noun. */
function withoutOwnWords(sentence: string, finding: Finding): string {
  const words = Object.values({...finding, ...finding.measured}).filter((own) => typeof own === "string" && own !== "");
  const longestFirst = words.map(String).toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((text, own) => text.replaceAll(new RegExp(own, "gi"), "…"), sentence);
}

describe("a sentence", () => {
  const rose = withFigure(movement, {value: -1.24, lower: -2.3, upper: -0.2});
  const open = withFigure(movement, {value: 1.2, lower: -0.3, upper: 2.7});
  const wellbeing = {...movement, finding: {...change, scores: "WHO-5 scores", gain: "rise"}} as const;
  const unadjusted = {...comparison, adjustment: null};
  const people = "Of people discharged in 2026 Q1";
  const twice = "Among people discharged in 2026 Q1 who were measured twice";

  it.each<[string, Grounds, string]>([
    ["a level", level, `${people}, 62.4% had completed treatment (95% interval 57.9% to 66.8%; 281 of 450 episodes).`],
    [
      "a suppressed level",
      withFigure(level, {...hidden, status: "suppressed"}),
      "No figure for completion: hidden to protect people."
    ],
    [
      "a level of few",
      withFigure(level, {...few, value: 0.46, lower: 0.31, upper: 0.62}),
      "Too few to say: of people discharged up to 2026-03-31, between 31.0% and 62.0% had completed treatment (95% interval; 24 episodes)."
    ],
    [
      "a movement",
      movement,
      `${twice}, PHQ-9 scores fell by 5.1 points on average from admission to the last score (95% interval 4.2 to 6.0; 312 episodes; 78.2% measured).`
    ],
    [
      "scores that rose",
      rose,
      `${twice}, PHQ-9 scores rose by 1.2 points on average from admission to the last score (95% interval 0.2 to 2.3; 312 episodes; 78.2% measured).`
    ],
    [
      "scores that should rise and did",
      wellbeing,
      `${twice}, WHO-5 scores rose by 5.1 points on average from admission to the last score (95% interval 4.2 to 6.0; 312 episodes; 78.2% measured).`
    ],
    [
      "a change that may be none",
      open,
      `${twice}, the mean change in PHQ-9 scores from admission to the last score was 1.2 points, a fall counted as positive (95% interval −0.3 to 2.7; 312 episodes; 78.2% measured); zero lies within the interval.`
    ],
    [
      "a change of a minority",
      withEvidence(movement, {share_measured: 0.462}),
      `${people}, only 46.2% were measured twice; among them, the mean change in PHQ-9 scores from admission to the last score was 5.1 points, a fall counted as positive (95% interval 4.2 to 6.0; 312 episodes).`
    ],
    [
      "a comparison",
      comparison,
      `${people}, 62.4% at North IOP and 50.2% at the other programs had completed treatment (281 of 450 and 502 of 1,000 episodes); after adjustment for who was admitted, the figure at North IOP is higher than at the other programs by 12.2 percentage points (95% interval 6.7 to 17.6), which is better.`
    ],
    [
      "an unadjusted comparison",
      unadjusted,
      `${people}, 62.4% at North IOP and 50.2% at the other programs had completed treatment (281 of 450 and 502 of 1,000 episodes); the two differ by 12.2 percentage points (95% interval 6.7 to 17.6).`
    ],
    [
      "a comparison among many",
      {...unadjusted, survives_multiplicity: false},
      `${people}, 62.4% at North IOP and 50.2% at the other programs had completed treatment (281 of 450 and 502 of 1,000 episodes); the difference is 12.2 percentage points (95% interval 6.7 to 17.6; first minus second).`
    ],
    [
      "a trend",
      trend,
      "Completion by quarter shows an improvement, seven figures in a row on one side of the average: the last of 16 quarters, 2026 Q1, was 62.4% (95% interval 57.9% to 66.8%; 281 of 450 episodes; average 55.1%; control limits 45.0% to 65.2%)."
    ],
    [
      "a young trend",
      {...trend, chart: {...trend.chart, points: 9}},
      "Completion by quarter: the last of 9 quarters, 2026 Q1, was 62.4% (95% interval 57.9% to 66.8%; 281 of 450 episodes; average 55.1%; control limits 45.0% to 65.2%)."
    ],
    [
      "a target",
      target,
      `The target of at least 55.0% was met: of people discharged in 2026 Q1, 62.4% had completed treatment (95% interval 57.9% to 66.8%; 281 of 450 episodes).`
    ],
    [
      "a target within reach",
      {...target, target: {value: 0.65, direction: "at_least"}},
      `${people}, 62.4% had completed treatment (95% interval 57.9% to 66.8%; 281 of 450 episodes); the target is at least 65.0%, which lies within the interval.`
    ],
    [
      "a range",
      missing,
      `${people}, between 48.8% and 70.6% had reliably improved, whatever happened to those not measured; among the 78.2% measured it was 62.4% (95% interval 57.9% to 66.8%; 281 of 450 episodes).`
    ],
    [
      "a natural course",
      naturalCourse,
      `${twice}, PHQ-9 scores fell by 5.1 points on average from admission to the last score (95% interval 4.2 to 6.0; 312 episodes; 78.2% measured); those of adults on waiting lists fell by about 0.5 to 2.0 points in 6 to 13 weeks (grade B match).`
    ]
  ])("says %s", (_, grounds, sentence) => {
    expect(claim(grounds).sentence).toBe(sentence);
  });

  it("says why it is no stronger", () => {
    expect(claim(withEvidence(unadjusted, {...evidence, window_closed: false})).because).toEqual([
      "the period or its window is still open"
    ]);
    expect(claim({...unadjusted, between: "people"}).because).toEqual([
      "not adjusted for who was admitted",
      "groups of people are compared to find unequal care, not to be judged"
    ]);
  });
});

describe("places and periods in words", () => {
  it.each([
    ["all", "", ""],
    ["program", "at North IOP", "at the other programs"],
    ["site", "at North IOP", "at the other sites"],
    ["payer", "in the group (payer: North IOP)", "in all other groups"]
  ])("of the breakdown %s", (breakdown, where, rest) => {
    expect(whereOf(breakdown, breakdown === "payer" ? "Payer" : "Program", "North IOP")).toBe(where);
    if (breakdown !== "all") expect(elsewhere(breakdown)).toBe(rest);
  });

  it("as on the pages", () => {
    expect(["", "2026", "2026-Q1", "2026-03"].map(periodWords)).toEqual(["", "2026", "2026 Q1", "March 2026"]);
  });
});
