import {describe, expect, it} from "vitest";
import {draw} from "../../src/dashboard/charts/draw.ts";
import {intervalRows, intervalSpec} from "../../src/dashboard/charts/interval_spec.ts";

const rows = (value: number) =>
  intervalRows([{label: "26-44", detail: "n = 400", value, lower: value / 2, upper: value * 2}], 0.5);

describe("a chart", () => {
  it("is its own, though charts of one shape are compiled once", async () => {
    const spec = intervalSpec({unit: "share", scale: "linear"});
    const [first, other, again] = [
      await draw(spec, rows(0.4), "A"),
      await draw(spec, rows(0.2), "A"),
      await draw(spec, rows(0.4), "A")
    ];
    expect(again.text).toBe(first.text);
    expect(other.text).not.toBe(first.text);
  });

  it("has one name, and no style of its own that a strict policy would refuse", async () => {
    const {text} = await draw(intervalSpec({unit: "share", scale: "linear"}), rows(0.4), 'A "chart" <of> shares');
    expect(text).toMatch(/^<svg role="img" aria-label="A &quot;chart&quot; &lt;of&gt; shares"/);
    expect(text.match(/aria-label|role=/g)).toHaveLength(2);
    expect(text).not.toMatch(/ style="/);
  });

  it("says on each dot what it stands for, whatever signs a name holds, and nothing on what stands for no row", async () => {
    const named = intervalRows(
      [
        {
          label: 'A "b" <c> ${1}…',
          words: 'A "b" <c> ${1} & d: 40.0%, n = 400',
          detail: "40.0%, n = 400",
          value: 0.4,
          lower: 0.3,
          upper: 0.5
        },
        {label: "Other", detail: "not shown", value: null, lower: null, upper: null},
        {label: "Possible", detail: "20.0% to 60.0%", value: null, lower: null, upper: null, range: [0.2, 0.6]}
      ],
      0.5
    );
    const {text} = await draw(intervalSpec({unit: "share", scale: "linear"}), named, "A");
    expect([...text.matchAll(/data-point="([^"]*)"/g)].map(([, words]) => words).sort()).toEqual([
      "A &quot;b&quot; &lt;c&gt; ${1} &amp; d: 40.0%, n = 400",
      "Possible: 20.0% to 60.0%"
    ]);
    expect(text).toMatch(/^<svg role="img" aria-label="A" data-along="y"/);
  });

  it("is as wide as a phone, however long a name", async () => {
    const long = intervalRows([{label: "name ".repeat(40), detail: "", value: 1, lower: 1, upper: 2}], null);
    const {text} = await draw(intervalSpec({unit: "ratio", scale: "log"}), long, "A");
    expect(/ width="(\d+)"/.exec(text)?.[1]).toBe("340");
  });

  it("refuses what Vega-Lite warns of", async () => {
    const wrong = {
      mark: "bar",
      encoding: {x: {field: "value", type: "quantitative"}, shape: {field: "label", type: "nominal"}}
    };
    await expect(draw(wrong, rows(0.4), "A")).rejects.toThrow(/^chart: .*shape/);
  });
});
