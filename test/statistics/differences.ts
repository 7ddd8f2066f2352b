import {readFileSync} from "node:fs";
import {ratioDifference} from "../../src/statistics/ratio_difference.ts";
import {scoreTest} from "../../src/statistics/score_test.ts";
import {welchTest} from "../../src/statistics/welch_test.ts";
import {sampleSumsOf, totalsOf} from "./counts.ts";
import type {Figure, ReferenceCase} from "./reference.ts";

export function readReference(): ReferenceCase[] {
  const text = readFileSync(new URL("differences.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {cases: ReferenceCase[]}).cases;
}

/** Closed forms, but for the t distribution, of which the absolute error is below 1e-12. */
export function toleranceOf(_statistic: string): number {
  return 1e-10;
}

/** What our function says of the input of a case, by the names of its figures. */
export function compute({statistic, input}: ReferenceCase): Readonly<Record<string, Figure>> {
  const ours = functions[statistic];
  if (ours === undefined) throw new Error(`${statistic}: no function stands for it`);
  return ours((name) => [input[name] ?? []].flat());
}

type List = (name: string) => number[];

const functions: Record<string, (list: List) => object & Record<string, Figure>> = {
  score_test: (list) => ({p_value: scoreTest(tallyAt(list, 0), tallyAt(list, 1))}),
  welch_test: (list) => ({p_value: welchTest(sampleSumsOf(list("x")), sampleSumsOf(list("y")))}),
  ratio_difference: (list) => ({...ratioDifference(totalsOf(list("a"), list("s")), totalsOf(list("b"), list("t")))})
};

function tallyAt(list: List, index: number) {
  return {numerator: list("x")[index] ?? Number.NaN, denominator: list("n")[index] ?? Number.NaN};
}
