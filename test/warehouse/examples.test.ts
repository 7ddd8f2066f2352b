import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Example} from "../../src/measures/example.ts";
import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import type {Cells} from "../../src/publish/cells.ts";
import {spotKey} from "../../src/publish/lattice.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {type Result, resultOf} from "../../src/publish/result.ts";
import {rollUp} from "../../src/publish/roll_up.ts";
import {defaultSettings} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import type {Statement} from "../second_reading/rows.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {buildOptions} from "./build_options.ts";
import {exampleStatement} from "./example_statement.ts";
import {fileNames, loadStatement} from "./load_statement.ts";

interface Case {
  readonly measure: Measure;
  readonly example: Example;
  /** Program of its own, so that its figure can be read. */
  readonly program: string;
}

const as_of = "2026-03-31";
const cases: readonly Case[] = measures.flatMap((measure) =>
  measure.examples.map((example, index) => ({measure, example, program: `${measure.id} ${index}`}))
);

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let cells: Cells;
  beforeAll(async () => {
    opened = await open();
    const {warehouse} = opened;
    await loadStatement(warehouse, together(), as_of);
    await build(warehouse, buildOptions({as_of, counts: {measures, dimensions: ["all"], suffix: ""}}));
    const programs = await readPrograms(warehouse, "");
    cells = await rollUp(warehouse, {measures, programs, crossed: [], as_of, suffix: ""});
  });
  afterAll(() => opened.dispose());

  describe.each(measures.map(({id}) => id))("%s", (id) => {
    it.each(
      cases
        .filter(({measure}) => measure.id === id)
        .map((one) => [one.example.counts, one.example.because, one] as const)
    )("%s: %s", (_counts, _because, one) => {
      const result = resultFor(one);
      expect(whereItEndsUp(one.measure, result)).toEqual(one.example.counts);
      if (one.example.value !== undefined) expect(result?.value).toBeCloseTo(one.example.value, 12);
    });
  });

  function resultFor({measure, program}: Case): Result | null {
    const place = {measure: measure.id, breakdown: "program", group: program, period_type: "all", period: ""} as const;
    const settings = {...defaultSettings, minimum_units: 0, minimum_units_effect_size: 0};
    return resultOf(measure, {place, counts: cells.at(measure.id, {...place, key: spotKey(place)})}, as_of, settings);
  }
});

describe("the examples of a share", () => {
  it.each(measures.filter(({kind}) => kind === "proportion").map((measure) => [measure.id, measure] as const))(
    "show who counts as success, who as failure and who is left out: %s",
    (_id, {examples}) => {
      expect([...new Set(examples.map(({counts}) => counts))].sort()).toEqual(["denominator", "neither", "numerator"]);
    }
  );
});

function together(): Statement {
  const statements = cases.map(({example, program}) => exampleStatement(example.course, program, as_of));
  return Object.fromEntries(
    fileNames.map((file) => [file, statements.flatMap((statement) => statement[file] as object[])])
  ) as unknown as Statement;
}

function whereItEndsUp({kind}: Measure, result: Result | null): string {
  if (result === null || result.status === "immature") return "neither";
  // a meeting is one of eight
  if (result.units !== 1 && result.units !== 8) return `${result.units} units`;
  if (kind !== "proportion" && kind !== "share_within") return "counted";
  return (result.numerator ?? 0) > 0 ? "numerator" : "denominator";
}
