import {readFileSync} from "node:fs";
import type {CountingRules, RegressionOfScores, Selection} from "../../src/statistics/regression_to_the_mean.ts";
import type {ScoresOfAll} from "../../src/statistics/unchanged_pairs.ts";

interface NormalCase {
  readonly z: number;
  readonly value: number;
}

type ContinuousCase = Selection & {readonly value: number};

/** Pairs of whole scores made by a normal of this centre and spread, and what R counts among them. */
type WholeCase = ScoresOfAll &
  RegressionOfScores &
  Omit<CountingRules, "remission_below"> & {readonly centre: number; readonly spread: number};

/** What natural_course.R wrote. */
export function readNaturalCourseReference() {
  const text = readFileSync(new URL("natural_course.json", import.meta.url), "utf8");
  return JSON.parse(text) as {
    readonly normal: readonly NormalCase[];
    readonly continuous: readonly ContinuousCase[];
    readonly whole: readonly WholeCase[];
  };
}
