import {describe, expect, it} from "vitest";
import {exampleOrganisation} from "../../src/demo/example.ts";
import {examplePrograms} from "../../src/demo/programs.ts";
import {type Cells, foldExample} from "./read_example.ts";

const example = exampleOrganisation();
const rows = foldExample(example);
const {answer_sheet: sheet} = example;
const implausible = new Set(
  sheet.planted.implausible.flatMap(({fault, keys}) => (fault.startsWith("identical") ? keys : []))
);
const episodes = rows.get("episodes.csv") ?? new Map<string, Cells>();
const assessments = [...(rows.get("assessments.csv")?.values() ?? [])];
const ofPcl5 = assessments.filter(({instrument}) => instrument === "pcl5");

function itemsOf(cells: Cells): string[] {
  return Array.from({length: 20}, (_, index) => cells[`item_${index + 1}`] ?? "");
}

function firstDay(all: readonly Cells[]): string | undefined {
  return all.map(({assessed_on = ""}) => assessed_on).sort()[0];
}

function daysAfter(from = "", to = ""): number {
  return (Date.parse(to) - Date.parse(from)) / 86400000;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (value: (pair: readonly [number, number]) => number) =>
    pairs.reduce((total, pair) => total + value(pair), 0);
  const cross = sum(([a, b]) => (a - x) * (b - y));
  return cross / Math.sqrt(sum(([a]) => (a - x) ** 2) * sum(([, b]) => (b - y) ** 2));
}

describe("the PCL-5 of the example", () => {
  it("is given in the program that treats trauma and in no other", () => {
    const programs = ofPcl5.map(({episode_key = ""}) => episodes.get(episode_key)?.program_key);
    expect(new Set(programs)).toEqual(new Set(["south-dual"]));
    expect(sheet.programs.filter(({pcl5_change}) => pcl5_change !== null).map(({program_key}) => program_key)).toEqual([
      "south-dual"
    ]);
    expect(sheet.truth.programs.map(({pcl5}) => pcl5)).toEqual([0, 0, ofPcl5.length]);
  });

  it("comes with the first PHQ-9 of a stay, and then two weeks or more apart but for the last", () => {
    const stays = Map.groupBy(ofPcl5, ({episode_key = ""}) => episode_key);
    for (const [key, all] of stays) {
      const {discharged_on = ""} = episodes.get(key) ?? {};
      const days = all
        .map(({assessed_on = ""}) => assessed_on)
        .filter((day) => discharged_on === "" || day <= discharged_on);
      const gaps = days
        .sort()
        .slice(1, -1)
        .map((day, index) => daysAfter(days[index], day));
      expect(gaps.filter((gap) => gap < 13)).toEqual([]);
      const phq9 = assessments.filter(
        (one) =>
          one.episode_key === key && one.instrument === "phq9" && [...itemsOf(one), one.total].some((cell) => cell)
      );
      expect(firstDay(phq9)).toBe(firstDay(all));
    }
    expect(stays.size).toBeGreaterThan(300);
  });

  it("goes on at six months, also after the site gave no GAD-7 any more", () => {
    const late = ofPcl5.filter(({episode_key = "", assessed_on}) => {
      const {discharged_on = ""} = episodes.get(episode_key) ?? {};
      return discharged_on !== "" && daysAfter(discharged_on, assessed_on) >= 150;
    });
    expect(late.length).toBeGreaterThan(60);
    const {from = ""} = sheet.incidents.no_gad7 ?? {};
    expect(ofPcl5.filter(({assessed_on = ""}) => assessed_on >= from).length).toBeGreaterThan(100);
  });

  it("goes with the PHQ-9 of the same day as closely as asked for", () => {
    const first = Map.groupBy(assessments, ({episode_key = "", assessed_on}) => `${episode_key} ${assessed_on}`);
    const pairs = [...first.values()].flatMap((day): [number, number][] => {
      const {admitted_on} = episodes.get(day[0]?.episode_key ?? "") ?? {};
      if (daysAfter(admitted_on, day[0]?.assessed_on) > 0 || implausible.has(day[0]?.episode_key ?? "")) return [];
      const scoreOf = (instrument: string) => {
        const cells = day.find((one) => one.instrument === instrument);
        const items = itemsOf(cells ?? {}).slice(0, instrument === "pcl5" ? 20 : 9);
        return items.every((item) => item !== "") ? items.reduce((sum, item) => sum + Number(item), 0) : null;
      };
      const [phq9, pcl5] = [scoreOf("phq9"), scoreOf("pcl5")];
      return phq9 === null || pcl5 === null ? [] : [[phq9, pcl5]];
    });
    expect(pairs.length).toBeGreaterThan(200);
    // three standard errors of Fisher's z
    const z = Math.atanh(correlation(pairs)) - Math.atanh(sheet.parameters.phq9_pcl5_correlation);
    expect(Math.abs(z)).toBeLessThan(3 / Math.sqrt(pairs.length - 3));
  });

  it("has its share of items that were not answered", () => {
    const answered = ofPcl5
      .map((cells) => itemsOf(cells).filter((item) => item !== "").length)
      .filter((count) => count > 0);
    const {one, two, three_or_more} = sheet.parameters.pcl5_missing_items;
    const expected = one + two + three_or_more;
    const share = answered.filter((count) => count < 20).length / answered.length;
    expect(Math.abs(share - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / answered.length));
    expect(Math.min(...answered)).toBeLessThan(16);
  });

  it("changes nothing else: without it every other row is the same", () => {
    const without = foldExample(
      exampleOrganisation({programs: examplePrograms.map((plan) => ({...plan, gives_pcl5: false}))})
    );
    for (const [file, all] of rows) {
      const others = [...all].filter(([, {instrument}]) => instrument !== "pcl5");
      expect(new Map(others)).toEqual(without.get(file));
    }
  });
});
