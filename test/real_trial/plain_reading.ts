import {readFileSync} from "node:fs";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import {parse} from "csv-parse/sync";
import {type Figure, runs} from "./figure.ts";
import type {QuarantinedRow} from "./run_both.ts";

/** A second reading of the raw file, without deliveries, warehouse, dates or our statistics: months, and school formulas. */

interface Score {
  readonly patient: string;
  readonly month: number;
  readonly phq9: string;
}

interface Person {
  readonly group: string;
  readonly baseline: number | undefined;
  readonly post: number | undefined;
  readonly followup: number | undefined;
}

type Pair = readonly [before: number, after: number];

/** Where the scores that nobody can have answered stand in the two deliveries, in order. */
export function expectedQuarantine(raw: string): QuarantinedRow[] {
  const {scores} = readRaw(raw);
  const outcomes = scores.filter(({month}) => [0, 6, 12].includes(month));
  const others = scores.filter(({month}) => ![0, 6, 12].includes(month));
  return [...placesOfBad(outcomes, "2025-04-30"), ...placesOfBad(others, "2025-07-31")];
}

function placesOfBad(scores: readonly Score[], stated_on: string): QuarantinedRow[] {
  return scores.flatMap((score, index) =>
    isAnswered(score)
      ? []
      : [{file: "assessments", stated_on, line: index + 2, code: "total_out_of_range", column_name: "total"}]
  );
}

/** The figures of both runs, for everyone and by arm. */
export function plainFigures(raw: string): Figure[] {
  const {arms, scores} = readRaw(raw);
  const answered = scores.filter(isAnswered);
  return [
    ...figuresOfRun(
      runs.first,
      arms,
      answered.filter(({month}) => [0, 6, 12].includes(month))
    ),
    ...figuresOfRun(runs.second, arms, answered)
  ];
}

function readRaw(raw: string): {arms: Map<string, string>; scores: Score[]} {
  const rows = parse(readFileSync(raw, "utf8"), {columns: true}) as Record<
    "patient" | "month" | "grp" | "phq9",
    string
  >[];
  const arms = new Map(rows.map(({patient, grp}) => [patient, grp.toLowerCase()]));
  const given = rows.filter(({month, phq9}) => Number(month) >= 0 && !["", "NA", "NaN"].includes(phq9));
  return {arms, scores: given.map(({patient, month, phq9}) => ({patient, month: Number(month), phq9}))};
}

function isAnswered({phq9}: Score): boolean {
  return Number.isInteger(Number(phq9)) && Number(phq9) >= 0 && Number(phq9) <= 27;
}

function figuresOfRun(run: string, arms: Map<string, string>, scores: readonly Score[]): Figure[] {
  const people = [...arms].map(([patient, group]) =>
    personOf(
      group,
      scores.filter((score) => score.patient === patient)
    )
  );
  return ["", ...new Set(arms.values())].flatMap((group) => {
    const members = people.filter((person) => group === "" || person.group === group);
    return figuresOf(members).map((figure) => ({run, group, ...figure}));
  });
}

/** Months 10, 11 and 12 are days 123, 153 and 184 after the end at month 6: only the last two are in the window of day 150 to 210. */
function personOf(group: string, scores: readonly Score[]): Person {
  const at = (month: number) => scores.filter((score) => score.month === month).map(({phq9}) => Number(phq9))[0];
  const post = [6, 5, 4, 3, 2, 1].map(at).find((score) => score !== undefined);
  return {group, baseline: at(0), post, followup: at(12) ?? at(11)};
}

function figuresOf(people: readonly Person[]): Omit<Figure, "run" | "group">[] {
  const pairs = people.flatMap(({baseline, post}) => pairOf(baseline, post));
  const cases = pairs.filter(([before]) => before >= 10);
  const followed = people.flatMap(({baseline, followup}) => pairOf(baseline, followup));
  return [
    {measure: "phq9_effect_size", ...effect(pairs)},
    {measure: "phq9_change", ...change(pairs)},
    {measure: "phq9_reliable_improvement", ...share(pairs.map(([before, after]) => before - after >= 6))},
    {measure: "phq9_reliable_deterioration", ...share(pairs.map(([before, after]) => after - before >= 6))},
    {measure: "phq9_response", ...share(cases.map(([before, after]) => after * 2 <= before))},
    {measure: "phq9_remission", ...share(cases.map(([, after]) => after < 5))},
    {measure: "followup_retention", ...share(people.map(({followup}) => followup !== undefined))},
    {measure: "phq9_change_at_followup", ...change(followed)},
    {measure: "phq9_effect_size_at_followup", ...effect(followed)}
  ];
}

function pairOf(before: number | undefined, after: number | undefined): Pair[] {
  return before === undefined || after === undefined ? [] : [[before, after]];
}

function share(hits: readonly boolean[]) {
  const [n, k, z] = [hits.length, hits.filter((hit) => hit).length, 1.959963984540054];
  const centre = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z / (n + z ** 2)) * Math.sqrt((k * (n - k)) / n + z ** 2 / 4);
  return {units: n, numerator: k, value: k / n, lower: Math.max(0, centre - half), upper: Math.min(1, centre + half)};
}

function change(pairs: readonly Pair[]) {
  const falls = pairs.map(([before, after]) => before - after);
  const [n, value] = [pairs.length, mean(falls)];
  const half = tQuantile(0.975, n - 1) * Math.sqrt(variance(falls) / n);
  return {units: n, numerator: null, value, lower: value - half, upper: value + half};
}

function effect(pairs: readonly Pair[]) {
  const falls = pairs.map(([before, after]) => before - after);
  const baselines = pairs.map(([before]) => before);
  const m = pairs.length - 1;
  const value = (correction(m) * mean(falls)) / Math.sqrt(variance(baselines));
  const half = 1.959963984540054 * Math.sqrt(variance(falls) / (variance(baselines) * m) + value ** 2 / (2 * m));
  return {units: pairs.length, numerator: null, value, lower: value - half, upper: value + half};
}

/** gamma(m / 2) / gamma((m - 1) / 2) by its recursion from m = 2, where it is 1 over the root of pi. */
function correction(m: number): number {
  let ratio = 1 / Math.sqrt(Math.PI);
  for (let at = 2; at < m; at++) ratio = (at - 1) / 2 / ratio;
  return ratio / Math.sqrt(m / 2);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
