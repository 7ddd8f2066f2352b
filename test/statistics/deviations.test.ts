import {expect, it} from "vitest";
import {normalCdf} from "../../src/statistics/normal_cdf.ts";
import {regressionToTheMean} from "../../src/statistics/regression_to_the_mean.ts";
import * as differences from "./differences.ts";
import * as effects from "./effects.ts";
import * as models from "./models.ts";
import {readNaturalCourseReference} from "./natural_course.ts";
import * as reference from "./reference.ts";

interface Compared {
  readonly statistic: string;
  readonly deviation: number;
  readonly tolerance: number;
}

/** Every figure of every case that R gave a value for, and how far ours is from it. */
function compared(): Compared[] {
  const fromCases = [reference, models, effects, differences].flatMap(({readReference, compute, toleranceOf}) =>
    readReference().flatMap((each) => {
      const ours = compute(each);
      return Object.entries(each.values).map(([figure, theirs]) => ({
        statistic: each.statistic,
        deviation: reference.deviation(ours[figure] ?? null, theirs),
        tolerance: toleranceOf(each.statistic)
      }));
    })
  );
  const {normal, continuous} = readNaturalCourseReference();
  return [
    ...fromCases,
    ...normal.map(({z, value}) => ({
      statistic: "normal_cdf",
      deviation: reference.deviation(normalCdf(z), value),
      tolerance: 1e-12
    })),
    ...continuous.map((selection) => ({
      statistic: "regression_to_the_mean",
      deviation: reference.deviation(regressionToTheMean(selection), selection.value),
      tolerance: 1e-10
    }))
  ];
}

/** Rounded up to one digit, so that another processor's last bit changes nothing: 1.9e-11 is 2e-11. */
function atMost(deviation: number): string {
  if (deviation === 0) return "0";
  const power = Math.floor(Math.log10(deviation));
  const digit = Math.ceil(deviation / 10 ** power - 1e-9);
  return digit === 10 ? `1e${power + 1}` : `${digit}e${power}`;
}

function page(): string {
  const byStatistic = [...Map.groupBy(compared(), ({statistic}) => statistic)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = byStatistic.map(([statistic, cases]) => {
    const largest = Math.max(...cases.map(({deviation}) => deviation));
    const tolerance = Math.max(...cases.map((one) => one.tolerance));
    return `| \`${statistic}\` | ${cases.length} | ${atMost(largest)} | ${tolerance} |`;
  });
  return `${head}\n${rows.join("\n")}\n`;
}

const head = `# Statistics, compared with R

Written by \`npm test -- test/statistics/deviations.test.ts -u\`; not edited. Every statistic is one file of
\`src/statistics\`, with its method and source. The values of R 4.2 (survival, metafor, boot, mice, pROC, mvtnorm and
base) were made by the scripts \`test/statistics/*.R\`, which hold the call beside each value, and are kept as JSON.

The deviation is relative where R's value is above 1. Closed forms are held to 1e-10, what is found by iteration to
1e-8, what is drawn at random to its Monte-Carlo error. Where R itself is less exact than ours (the noncentral t far
out), the deviation is R's. How often each interval holds the truth is in [simulations](simulations.md).

| statistic | figures compared | largest deviation | allowed |
|---|---|---|---|`;

it("no statistic is further from R than allowed, and the page says how far each is", async () => {
  expect(compared().filter(({deviation, tolerance}) => !(deviation <= tolerance))).toEqual([]);
  await expect(page()).toMatchFileSnapshot("../../docs/statistics.md");
});
