import {describe, expect, it} from "vitest";
import type {Step} from "../../../src/export/anonymity/options.ts";
import {protectRows} from "../../../src/export/anonymity/protect_rows.ts";
import {madeTable, people} from "./made_table.ts";
import {refusalOf} from "./refusal_of.ts";

const ages = ["15-19", "20-24", "25-29", "30-34"];
const oldest = ["60-64", "70-74", "90+"];

/** 720 people at three sites, of both sexes, in seven age bands and two years; few are old. */
const crossed = madeTable(
  "person_id episode_id age sex site year",
  Array.from({length: 720}, (_, index) => [
    `p${index}`,
    `e${index}`,
    (index % 10 === 0 ? oldest[(index / 10) % 3] : ages[index % 4]) ?? "unknown",
    index % 3 === 0 ? "male" : "female",
    ["north", "south", "west"][Math.floor(index / 7) % 3] ?? "north",
    2024 + (Math.floor(index / 11) % 2)
  ])
);

/** The steps that a hint says would do, as they were written into it. */
function stepsIn(hint: string | undefined): Step[] {
  const [, steps = ""] = /^add to generalise: (.*?)(;|$)/.exec(hint ?? "") ?? [];
  return [...steps.matchAll(/\{field: (\w+), to: ([\w+-]+)\}/g)].map(([, field = "", to = ""]) => ({field, to}));
}

describe("rows that may not leave", () => {
  it("are told with how many people are too few, what would do, and what costs most", () => {
    const {message, hint} = refusalOf([crossed]);
    expect(message).toBe(
      "rows: expected 11 people or more alike in age, sex, site, year, found 233 people in 38 classes with fewer than 11"
    );
    expect(hint).toBe(
      "add to generalise: {field: year, to: 2-year}, {field: age, to: 60+}, {field: sex, to: none}; age costs most: without it nobody would be left in such classes"
    );
  });

  it("do leave with the steps that the hint says", () => {
    const {hint} = refusalOf([crossed]);
    const generalise = stepsIn(hint);
    expect(generalise.length).toBeGreaterThan(0);
    const {report} = protectRows([crossed], {generalise});
    expect(report.k.reached).toBeGreaterThanOrEqual(11);
    expect(report.steps_applied).toHaveLength(generalise.length);
  });

  it("count on the steps that were declared", () => {
    const {message, hint} = refusalOf([crossed], {generalise: [{field: "year", to: "none"}]});
    expect(message).toContain("found 50 people in fewer than 11 classes");
    expect(hint).toContain("add to generalise: {field: age");
    expect(hint).not.toContain("{field: year");
    expect(hint).toContain("or leave these people out, with suppress_up_to: 0.1 or less");
  });

  it("are told when the link between episodes of one person is what costs", () => {
    const again = crossed.rows
      .slice(0, 20)
      .map(([person = null, , ...values]) => [person, `${person}x`, "30-34", ...values.slice(1)]);
    const both = {...crossed, rows: [...crossed.rows, ...again]};
    expect(refusalOf([both], {generalise: [{field: "year", to: "none"}]}).hint).toContain(
      "{field: person_id, to: unlinked}"
    );
  });

  it("are told when no step helps, since all people have the same sensitive value", () => {
    const same = madeTable("person_id episode_id age sud", people(30, ["15-19", "yes"]));
    expect(refusalOf([same]).hint).toBe(
      "no step on a quasi-identifier is enough: leave the sensitive column out, or name the values of it that harm"
    );
  });

  it("are never told by a count of one to ten, or by a value", () => {
    for (let few = 1; few <= 10; few++) {
      const table = madeTable("person_id episode_id age site", [
        ...people(200, ["15-19", "north"]),
        ...people(few, ["90+", "west"], 500)
      ]);
      const {message, hint} = refusalOf([table]);
      expect(message).toBe(
        "rows: expected 11 people or more alike in age, site, found 1 to 10 people in fewer than 11 classes with fewer than 11"
      );
      expect(`${message} ${hint}`).not.toMatch(/90\+|west|\b[2-9] people/);
    }
  });

  it("are refused in the same words whatever the order of their rows", () => {
    const {message, hint} = refusalOf([{...crossed, rows: crossed.rows.toReversed()}]);
    expect({message, hint}).toEqual({message: refusalOf([crossed]).message, hint: refusalOf([crossed]).hint});
  });
});
