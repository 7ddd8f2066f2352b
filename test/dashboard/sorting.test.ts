import {describe, expect, it} from "vitest";
import {nearest} from "../../src/dashboard/client/nearest.ts";
import {compareKeys, keyOf, kindOf} from "../../src/dashboard/client/sort_key.ts";

function sorted(texts: string[], {isDown = false} = {}): string[] {
  const cells = texts.map((text) => ({text, value: null}));
  const kind = kindOf(cells);
  return cells.sort((one, other) => compareKeys(keyOf(kind, one), keyOf(kind, other), isDown)).map(({text}) => text);
}

describe("a column is sorted", () => {
  it("by its numbers, signs, thousands and decimals and all", () => {
    expect(sorted(["1,204 of 2,000", "9 of 12", "30 of 60"])).toEqual(["9 of 12", "30 of 60", "1,204 of 2,000"]);
    expect(sorted(["+4.2", "−0.31", "−12.0", "0"])).toEqual(["−12.0", "−0.31", "0", "+4.2"]);
    expect(sorted(["n = 1,000", "n = 24"])).toEqual(["n = 24", "n = 1,000"]);
  });

  it("by the published number where what is printed is the same", () => {
    const cells = [
      {text: "62.4%", value: "0.6244"},
      {text: "62.4%", value: "0.6239"}
    ];
    expect(compareKeys(keyOf("number", cells[0] ?? never), keyOf("number", cells[1] ?? never), false)).toBeGreaterThan(
      0
    );
  });

  it("with words and dashes last, up and down", () => {
    const withheld = ["not shown: 1 to 10 people", "30.0%", "–", "9.5%"];
    expect(sorted(withheld)).toEqual(["9.5%", "30.0%", "not shown: 1 to 10 people", "–"]);
    expect(sorted(withheld, {isDown: true})).toEqual(["30.0%", "9.5%", "not shown: 1 to 10 people", "–"]);
  });

  it("by time where it holds periods", () => {
    expect(sorted(["2025 Q4", "2026 Q1", "2025 Q3"])).toEqual(["2025 Q3", "2025 Q4", "2026 Q1"]);
    expect(sorted(["March 2026", "April 2025", "All time"])).toEqual(["All time", "April 2025", "March 2026"]);
    expect(sorted(["2026-03-31", "2026-03-04", "2025-12-31"])).toEqual(["2025-12-31", "2026-03-04", "2026-03-31"]);
  });

  it("by its words else, with the numbers in them as numbers", () => {
    expect(sorted(["Group 10", "Group 9", "everyone"])).toEqual(["everyone", "Group 9", "Group 10"]);
  });

  it("not at all where its numbers are of several units", () => {
    const kind = (texts: string[]) => kindOf(texts.map((text) => ({text, value: null})));
    expect(kind(["49.1% 46.3% to 51.9%", "0.69 SD 0.62 to 0.76"])).toBe("not_comparable");
    expect(kind(["599 of 1,221", "n = 1,007"])).toBe("not_comparable");
    expect(kind(["49.1% 46.3% to 51.9%", "0% 0% to 1.0%"])).toBe("number");
  });
});

const never = {text: "", value: null};

describe("a pointer means", () => {
  const places = [
    {x: 10, y: 40},
    {x: 50, y: 90}
  ];

  it("the period it is over in a trend, at whatever height", () => {
    expect(nearest(places, {x: 29, y: 90}, "x")).toBe(0);
    expect(nearest(places, {x: 31, y: 40}, "x")).toBe(1);
  });

  it("the line whose name it is over in a list, and none beyond the last", () => {
    expect(nearest(places, {x: 300, y: 49}, "y")).toBe(0);
    expect(nearest(places, {x: 0, y: 51}, "y")).toBe(1);
    expect(nearest(places, {x: 0, y: 101}, "y")).toBeNull();
    expect(nearest(places, {x: 0, y: 46}, "y", 0.5)).toBeNull();
  });

  it("the nearest place in a funnel", () => {
    expect(nearest(places, {x: 45, y: 45}, "both")).toBe(0);
  });
});
