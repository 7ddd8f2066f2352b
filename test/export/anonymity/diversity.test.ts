import {describe, expect, it} from "vitest";
import type {AnonymityOptions} from "../../../src/export/anonymity/options.ts";
import {protectRows} from "../../../src/export/anonymity/protect_rows.ts";
import type {Value} from "../../../src/export/table.ts";
import {madeTable, people} from "./made_table.ts";
import {refusalOf} from "./refusal_of.ts";

/** One class with so many people of each value of a column. */
function oneClass(column: string, ...counts: readonly (readonly [Value, number])[]) {
  const rows = counts.flatMap(([value, count], index) => people(count, ["15-19", value], 1000 * index));
  return madeTable(`person_id episode_id age ${column}`, rows);
}

const leaves = (column: string, counts: readonly (readonly [Value, number])[], options: AnonymityOptions = {}) =>
  protectRows([oneClass(column, ...counts)], options).report.sensitive[0];

const harmful: AnonymityOptions = {
  sensitive: [{field: "reason", values: ["death", "incarcerated"]}]
};

describe("a class of people of whom all have the same sensitive value", () => {
  it("tells it of each of them, however many they are", () => {
    expect(refusalOf([oneClass("sud", ["yes", 40])]).message).toBe(
      "rows: expected 11 people or more alike in age with 2 values or more of sud among them, found 40 people in fewer than 11 classes that tell sud"
    );
    expect(
      leaves("sud", [
        ["yes", 39],
        ["no", 1]
      ])?.l
    ).toBe(2);
  });

  it("is no safer for those whose value is empty", () => {
    expect(refusalOf([oneClass("sud", ["yes", 11], [null, 30])]).message).toContain("that tell sud");
    expect(leaves("sud", [[null, 11]])).toEqual({field: "sud", l: null, entropy_l: null, closeness: null});
  });

  it("is told apart from one where nobody has a value that harms", () => {
    expect(refusalOf([oneClass("reason", ["completed", 20])]).kind).toBe("disclosure");
    expect(leaves("reason", [["completed", 20]], harmful)?.l).toBeNull();
  });

  it("is not made safe by two values that both harm", () => {
    const dead = [
      ["death", 6],
      ["incarcerated", 6]
    ] as const;
    expect(leaves("reason", dead)?.l).toBe(2);
    expect(refusalOf([oneClass("reason", ...dead)], harmful).message).toContain("that tell reason");
    expect(leaves("reason", [...dead, ["completed", 1]], harmful)?.l).toBe(3);
  });

  it("is seen over all episodes of a person: each had it in one of them", () => {
    const again = people(8, ["15-19", "no"]).map(([person = null, episode = null, ...rest]) => [
      person,
      `${episode}b`,
      ...rest
    ]);
    const rows = [...people(16, ["15-19", "yes"]), ...again];
    const message = () => refusalOf([madeTable("person_id episode_id age sud", rows)]).message;
    expect(message()).toContain("16 people in fewer than 11 classes that tell sud");
    rows.push(...people(1, ["15-19", "unknown"], 50));
    expect(message).toThrow("the rows left");
  });

  it("is seen over all rows of a person: each had such thoughts at some time", () => {
    const days = (answers: readonly number[], count: number, from: number) =>
      people(count, [], from).flatMap(([person = null, episode = null]) =>
        answers.map((answer, day) => [person, episode, "15-19", day, answer])
      );
    const long = (rows: readonly (readonly Value[])[]) =>
      madeTable("person_id episode_id age day item_9", rows, {primary_key: ["episode_id", "day"]});
    const each = long([...days([0, 1, 2], 8, 1), ...days([0, 3], 8, 20)]);
    const named = {sensitive: [{field: "item_9", values: [1, 2, 3]}]};
    expect(refusalOf([each], named).message).toContain("16 people in fewer than 11 classes that tell item_9");
    expect(protectRows([long([...each.rows, ...days([0, 0], 1, 40)])], named).report.sensitive[0]?.l).toBe(3);
  });
});

describe("more than two values", () => {
  it("are held to where the request asks for them", () => {
    const counts = [
      ["completed", 10],
      ["dropped_out", 10]
    ] as const;
    expect(leaves("reason", counts)?.l).toBe(2);
    expect(refusalOf([oneClass("reason", ...counts)], {l: 3}).kind).toBe("disclosure");
    expect(leaves("reason", [...counts, ["death", 1]], {l: 3})?.l).toBe(3);
  });

  it("cannot be asked of a column with fewer", () => {
    expect(
      refusalOf([oneClass("sud", ["yes", 20])], {l: 3, sensitive: [{field: "sud", values: ["yes"]}]}).message
    ).toBe("l: expected no more than 2 for sud, found 3");
    expect(refusalOf([oneClass("sud", ["yes", 20])], {sensitive: [{field: "sud", values: ["YES"]}]})).toMatchObject({
      message: "sensitive: sud: expected codes of the column, found YES",
      hint: "the codes are yes no unknown"
    });
    expect(refusalOf([oneClass("sud", ["yes", 20])], {quasi_identifiers: ["sud"]}).message).toBe(
      "sensitive: expected no quasi-identifier, found sud"
    );
  });
});

describe("what is reported of it", () => {
  it("are the evenness of the least even class, and the class furthest from everybody", () => {
    const rows = [
      ...people(10, ["15-19", "yes"]),
      ...people(10, ["15-19", "no"], 11),
      ...people(18, ["20-24", "no"], 21),
      ...people(2, ["20-24", "yes"], 39)
    ];
    const {report} = protectRows([madeTable("person_id episode_id age sud", rows)], {});
    // 2 of 20: exp(-(0.1 ln 0.1 + 0.9 ln 0.9)) = 1.384; 12 of all 40 have it, 10 of the 20 in the one class: 0.2
    expect(report.sensitive).toEqual([{field: "sud", l: 2, entropy_l: 1.3, closeness: 0.2}]);
    expect(report.l).toEqual({asked: 2, reached: 2});
  });
});
