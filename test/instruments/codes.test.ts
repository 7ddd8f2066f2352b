import {expect, it} from "vitest";
import {instruments} from "../../src/instruments/index.ts";
import {ideationItemOf, maximumOf} from "../../src/instruments/instrument.ts";
import {isLoincCode} from "../../src/instruments/loinc.ts";

/*
 * A second listing of what the declarations say, written down from the specification of measures and from LOINC's pages, and not
 * from the files: a digit changed in one of the two shows.
 */

const listed = {
  phq9: {
    panel: "44249-1",
    total: "44261-6",
    items: "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8",
    maximum: 27,
    bands: "0 none or minimal, 5 mild, 10 moderate, 15 moderately severe, 20 severe",
    may_be_missing: 2,
    elevated_from: 10,
    remission_below: 5,
    reliable_change: 6,
    minimal_important_change: 5,
    ideation_item: 9
  },
  gad7: {
    panel: "69737-5",
    total: "70274-6",
    items: "69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7",
    maximum: 21,
    bands: "0 minimal, 5 mild, 10 moderate, 15 severe",
    may_be_missing: 1,
    elevated_from: 10,
    remission_below: 5,
    reliable_change: 4,
    minimal_important_change: 4,
    ideation_item: null
  },
  pcl5: {
    panel: "101697-1",
    total: "101698-9",
    items: "",
    maximum: 80,
    bands: "0 below the cut-off, 33 at or above the cut-off",
    may_be_missing: 4,
    elevated_from: 33,
    remission_below: 29,
    reliable_change: 15,
    minimal_important_change: 10,
    ideation_item: null
  }
};

const codes = instruments.flatMap(({loinc, items}) =>
  [loinc.panel, loinc.total, ...items.map((item) => item.loinc)].filter((code) => code !== undefined)
);

it("declares the codes and constants of PHQ-9, GAD-7 and PCL-5 as they are published", () => {
  const declared = instruments.map((one) => {
    const {loinc, items, bands, may_be_missing, elevated_from, remission_below} = one;
    const said = {
      panel: loinc.panel,
      total: loinc.total,
      items: items.flatMap((item) => item.loinc ?? []).join(" "),
      maximum: maximumOf(one),
      bands: bands.map(({from, label}) => `${from} ${label}`).join(", "),
      may_be_missing,
      elevated_from,
      remission_below,
      reliable_change: one.reliable_change.points,
      minimal_important_change: one.minimal_important_change.points,
      ideation_item: ideationItemOf(one)
    };
    return [one.id, said];
  });
  expect(Object.fromEntries(declared)).toEqual(listed);
  expect(instruments.map(({items}) => items.length)).toEqual([9, 7, 20]);
});

it("scores answers by their code: more than half the days and, in item 2 of the GAD-7 alone, more days than not are 2", () => {
  const common = {"LA6568-5": 0, "LA6569-3": 1, "LA6570-1": 2, "LA6571-9": 3};
  const [phq9, gad7] = instruments;
  expect([phq9?.answers, gad7?.answers]).toEqual([common, common]);
  expect(gad7?.items.map(({answers}) => answers)).toEqual([{}, {"LA18938-3": 2}, {}, {}, {}, {}, {}]);
  expect(phq9?.items.filter(({answers}) => Object.keys(answers).length > 0)).toEqual([]);
});

it("leaves out the question on difficulty, which is not scored, and the codes of shorter and other forms", () => {
  // difficulty; PHQ-2 total; PHQ-9 modified for teens
  for (const foreign of ["69722-7", "55758-7", "89204-2"]) expect(codes).not.toContain(foreign);
  const answers = instruments.flatMap((one) =>
    [one.answers, ...one.items.map((item) => item.answers)].flatMap(Object.keys)
  );
  for (const foreign of ["LA6572-7", "LA6573-5", "LA6575-0", "LA6574-3"]) expect(answers).not.toContain(foreign);
});

it("names each code once, with a check digit that is right", () => {
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => !isLoincCode(code))).toEqual([]);
});

it("tells a code with a digit changed or two neighbours exchanged from a right one", () => {
  expect(["44249-1", "72110-0", "101698-9", "2160-0"].every(isLoincCode)).toBe(true);
  expect(
    ["44249-2", "44294-1", "44239-1", "4424-1", "44249", "44249-11", "LA6568-5", " 44249-1", ""].filter(isLoincCode)
  ).toEqual([]);
});

it("says of every choice that is not a published constant where it comes from", () => {
  for (const {because} of instruments)
    expect(Object.keys(because)).toEqual(
      expect.arrayContaining(["elevated_from", "remission_below", "may_be_missing"])
    );
});
