import {describe, expect, it} from "vitest";
import {protectRows} from "../../../src/export/anonymity/protect_rows.ts";
import type {Table, Value} from "../../../src/export/table.ts";
import {madeTable, people} from "./made_table.ts";
import {refusalOf} from "./refusal_of.ts";

const ages = (counts: Readonly<Record<string, number>>) => {
  let from = 1;
  const rows = Object.entries(counts).flatMap(([age, count]) => {
    const own = people(count, [age, "female"], from);
    from += count;
    return own;
  });
  return madeTable("person_id episode_id age sex", rows);
};

const column = (table: Table | undefined, name: string): Value[] => {
  const place = table?.fields.findIndex((field) => field.name === name) ?? -1;
  return [...new Set(table?.rows.map((row) => row[place] ?? null))];
};

describe("eleven people alike", () => {
  it("leave as they are, and ten do not", () => {
    const {tables, report} = protectRows([ages({"15-19": 11, "20-24": 12})], {});
    expect(tables).toEqual([ages({"15-19": 11, "20-24": 12})]);
    expect(report.k).toEqual({asked: 11, reached: 11});
    expect([report.classes, report.persons]).toEqual([2, 23]);
    expect(refusalOf([ages({"15-19": 11, "20-24": 10})]).kind).toBe("disclosure");
  });

  it("are the fewest that anybody may ask for", () => {
    expect(refusalOf([ages({"15-19": 40})], {k: 10}).message).toBe("k: expected 11 or more, found 10");
    expect(refusalOf([ages({"15-19": 19})], {k: 20}).exitCode).toBe(5);
    expect(refusalOf([ages({"15-19": 40})], {suppress_up_to: 0.2}).message).toBe(
      "suppress_up_to: expected 0 to 0.1, found 0.2"
    );
  });

  it("are counted by person: twelve episodes of one person are one person", () => {
    const rows = Array.from({length: 12}, (_, index) => ["p1", `e${index}`, "15-19", "female"]);
    expect(refusalOf([madeTable("person_id episode_id age sex", rows)]).message).toContain("found 1 to 10 people");
  });

  it("is asked of the whole cohort where no column could tell anybody", () => {
    const few = madeTable("person_id episode_id stay", people(10, [5]));
    expect(refusalOf([few])).toMatchObject({
      message: "rows: expected 11 people or more, found 1 to 10 people in fewer than 11 classes with fewer than 11",
      hint: "no step helps, since the cohort itself is too small: widen it"
    });
    expect(protectRows([madeTable("person_id episode_id stay", people(11, [5]))], {}).report.classes).toBe(1);
    expect(protectRows([madeTable("person_id episode_id stay", [])], {}).report.k.reached).toBeNull();
  });

  it("must share a column that the request adds, too, and cannot take one away that the table declares", () => {
    const table = madeTable("person_id episode_id age completed", [
      ...people(11, ["15-19", 1]),
      ...people(9, ["15-19", 0], 12)
    ]);
    expect(protectRows([table], {quasi_identifiers: []}).report.k.reached).toBe(20);
    expect(refusalOf([table], {quasi_identifiers: ["completed"]}).message).toContain("alike in age, completed");
    expect(refusalOf([table], {quasi_identifiers: ["compleated"]})).toMatchObject({
      kind: "usage",
      message: "quasi_identifiers: expected a column of the export, found compleated",
      hint: expect.stringContaining("did you mean completed?")
    });
  });

  it("share an empty value as they share any other", () => {
    const rows = (count: number) =>
      madeTable("person_id episode_id age", [...people(11, ["15-19"]), ...people(count, [null], 12)]);
    expect(protectRows([rows(11)], {}).report.classes).toBe(2);
    expect(refusalOf([rows(5)]).kind).toBe("disclosure");
  });
});

describe("a person with two episodes", () => {
  const single = [...people(11, ["15-19", "female"]), ...people(11, ["20-24", "female"], 12)];

  it("is known by both: eleven like the one and eleven like the other do not hide who was there at both ages", () => {
    const both = [
      ["p30", "e30", "15-19", "female"],
      ["p30", "e31", "20-24", "female"]
    ];
    const table = madeTable("person_id episode_id age sex", [...single, ...both]);
    expect(refusalOf([table]).message).toContain("found 1 to 10 people");
    const eleven = Array.from({length: 11}, (_, index) => [
      [`p${30 + index}`, `e${index}a`, "15-19", "female"],
      [`p${30 + index}`, `e${index}b`, "20-24", "female"]
    ]).flat();
    expect(protectRows([madeTable("person_id episode_id age sex", [...single, ...eleven])], {}).report.classes).toBe(3);
  });

  it("with the same quasi-identifiers is like those with one", () => {
    const twice = [["p1", "e40", "15-19", "female"]];
    const {report} = protectRows([madeTable("person_id episode_id age sex", [...single, ...twice])], {});
    expect(report).toMatchObject({classes: 2, persons: 22});
  });

  it("leaves as two where the request gives up the link, which the file then no longer has", () => {
    const both = [
      ["p30", "e30", "15-19", "female"],
      ["p30", "e31", "20-24", "female"]
    ];
    const table = madeTable("person_id episode_id age sex", [...single, ...both]);
    const {tables, report} = protectRows([table], {generalise: [{field: "person_id", to: "unlinked"}]});
    expect(report).toMatchObject({classes_of: "episodes", classes: 2, k: {reached: 12}, persons: 23});
    expect(tables[0]?.rows.every(([person, episode]) => person === episode)).toBe(true);
    expect(tables[0]?.fields[0]?.derivation).toContain("which episodes are of one person was withheld");
  });

  it("still counts once in a class of episodes that are not linked", () => {
    const rows = [...people(10, ["15-19", "female"]), ["p1", "e99", "15-19", "female"]];
    const table = madeTable("person_id episode_id age sex", rows);
    expect(refusalOf([table], {generalise: [{field: "person_id", to: "unlinked"}]}).message).toContain(
      "1 to 10 people"
    );
  });
});

describe("steps", () => {
  const generalise = [
    {field: "age", to: "10-year"},
    {field: "sex", to: "none"},
    {field: "age", to: "20-year"}
  ];

  it("are taken in their order, and no more of them than needed", () => {
    const {tables, report} = protectRows([ages({"20-24": 6, "25-29": 6, "30-34": 11})], {generalise});
    expect(column(tables[0], "age")).toEqual(["20-29", "30-39"]);
    expect(column(tables[0], "sex")).toEqual(["female"]);
    expect(report.steps_applied).toEqual(["{field: age, to: 10-year}"]);
    expect(report.steps_not_needed).toEqual(["{field: sex, to: none}", "{field: age, to: 20-year}"]);
  });

  it("are told in the column: its label, its codes and how it was made", () => {
    const {tables} = protectRows([ages({"20-24": 6, "25-29": 6, "30-34": 11})], {generalise});
    expect(tables[0]?.fields[2]).toMatchObject({
      label: "age (10-year)",
      levels: ["10-19", "20-29", "30-39", "60-69", "70-79", "90+", "unknown"].map((code) => ({code, label: code})),
      derivation: "made up; made coarser before it left, so that nobody stands out: {field: age, to: 10-year}"
    });
  });

  it("join the oldest with those below where the width asks for it, and leave unknown ages apart", () => {
    const {tables} = protectRows([ages({"20-24": 6, "30-34": 6, "90+": 11, unknown: 11})], {
      generalise: [{field: "age", to: "20-year"}]
    });
    expect(column(tables[0], "age")).toEqual(["20-39", "80+", "unknown"]);
  });

  it("join all from an age on, or below one, where the request asks for it", () => {
    const {tables} = protectRows([ages({"15-19": 6, "20-24": 6, "30-34": 11, "90+": 3})], {
      generalise: [
        {field: "age", to: "30+"},
        {field: "age", to: "under 25"}
      ]
    });
    expect(column(tables[0], "age")).toEqual(["under 25", "30+"]);
  });

  it("join years and codes", () => {
    const table = madeTable("person_id episode_id site year", [
      ...people(6, ["south", 2024]),
      ...people(6, ["west", 2025], 7),
      ...people(12, ["north", 2025], 13)
    ]);
    const {tables} = protectRows([table], {
      generalise: [
        {field: "year", to: "2-year"},
        {field: "site", merge: {elsewhere: ["south", "west"]}}
      ]
    });
    expect(column(tables[0], "year")).toEqual(["2024-2025"]);
    expect(column(tables[0], "site")).toEqual(["elsewhere", "north"]);
    expect(tables[0]?.fields[2]?.levels?.map(({code}) => code)).toEqual(["north", "elsewhere"]);
    expect(tables[0]?.fields[3]).toMatchObject({type: "string", levels: [{code: "2024-2025", label: "2024-2025"}]});
  });

  it("empty a column and say why it is empty", () => {
    const fields = madeTable("person_id episode_id score score_missing", []).fields;
    const rows = [...people(6, [3, "given"]), ...people(6, [null, "declined"], 7)];
    const table = {...madeTable("person_id episode_id score score_missing", rows), fields};
    const {tables} = protectRows([table], {quasi_identifiers: ["score"], generalise: [{field: "score", to: "none"}]});
    expect(column(tables[0], "score")).toEqual([null]);
    expect(column(tables[0], "score_missing")).toEqual(["withheld"]);
  });

  it("that cannot be taken are refused with what could be", () => {
    const attempt = (field: string, to: string) => {
      const table = ages({"20-24": 3});
      return refusalOf([table], {generalise: [{field, to}]});
    };
    expect(attempt("age", "7-year").message).toBe(
      "generalise: step 1: expected bands that a step does not cut, found 20-24"
    );
    expect(attempt("sex", "10-year").message).toBe(
      "generalise: step 1: expected numbers or bands such as 20-24, found none"
    );
    expect(attempt("age", "region").message).toBe(
      "generalise: step 1: expected none, a width such as 10-year, 65+ or under 18, found region"
    );
    expect(attempt("seks", "none").hint).toContain("did you mean sex?");
  });

  it("are refused where another column still tells what was withheld", () => {
    const rows = [...people(15, ["north", "N"]), ...people(8, ["south", "S"], 16)];
    const table = madeTable("person_id episode_id site", rows);
    const ward = {...(table.fields[1] ?? never()), name: "ward", sensitivity: "none" as const};
    const telling = {...table, fields: [...table.fields, ward]};
    expect(refusalOf([telling], {generalise: [{field: "site", to: "none"}]})).toMatchObject({
      message: "generalise: expected site to be coarser, found that ward still tells it",
      hint: "leave ward out of the columns, or declare it a quasi-identifier"
    });
  });
});

function never(): never {
  throw new Error("there is such a field");
}

describe("leaving people out", () => {
  it("comes after the steps, and only up to the declared share", () => {
    const table = ages({"15-19": 60, "20-24": 35, "90+": 5});
    expect(refusalOf([table], {suppress_up_to: 0.04}).kind).toBe("disclosure");
    const {tables, report} = protectRows([table], {suppress_up_to: 0.05});
    expect(column(tables[0], "age")).toEqual(["15-19", "20-24"]);
    expect(report.suppressed).toEqual({allowed: 0.05, share: null, in_words: "1 to 10 people were left out"});
  });

  it("tells the share of eleven people or more", () => {
    const {report} = protectRows([ages({"15-19": 100, "20-24": 96, "30-34": 6, "90+": 8})], {suppress_up_to: 0.1});
    expect(report.suppressed.share).toBeCloseTo(14 / 210, 12);
    expect(report.suppressed.in_words).toBe("6.7 % of people were left out");
  });

  it("takes them from all tables, with the codes that only they had", () => {
    const scores = madeTable(
      "person_id episode_id day score",
      ages({"15-19": 60, "90+": 5}).rows.flatMap(([person = null, episode = null]) => [
        [person, episode, 0, 12],
        [person, episode, 7, 9]
      ]),
      {name: "scores", primary_key: ["episode_id", "day"]}
    );
    const declared = ages({"15-19": 60, "90+": 5});
    const occurring = declared.fields.map((field) =>
      field.name === "age"
        ? {...field, levels: field.levels?.filter(({code}) => code === "15-19" || code === "90+") ?? null}
        : field
    );
    const {tables} = protectRows([{...declared, fields: occurring}, scores], {suppress_up_to: 0.1});
    expect(tables.map(({rows}) => rows.length)).toEqual([60, 120]);
    expect(tables[0]?.fields[2]?.levels).toEqual([{code: "15-19", label: "15-19"}]);
  });
});
