import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {findingOf} from "../../src/measures/finding_of.ts";
import {measures} from "../../src/measures/index.ts";
import {isOverUnits} from "../../src/measures/measure.ts";
import {eligible, isCountedAgainst, outcomesWithMissing} from "../../src/measures/pattern_statement.ts";
import {readPatterns} from "../../src/publish/patterns.ts";
import {readPrograms} from "../../src/publish/programs.ts";
import {defaultSettings} from "../../src/settings.ts";
import {build} from "../../src/warehouse/build.ts";
import {factsOf} from "../second_reading/facts.ts";
import {type RandomCases, randomCases} from "../second_reading/random_statement.ts";
import type {Statement} from "../second_reading/rows.ts";
import {forEachWarehouse, type TestWarehouse} from "../warehouses.ts";
import {buildOptions} from "./build_options.ts";
import {joinStatements} from "./join_statements.ts";
import {loadStatement} from "./load_statement.ts";
import {plainOutcomes} from "./plain_outcomes.ts";
import {type Counted, plainPatterns, plainReached, plainSuccess} from "./plain_patterns.ts";

const outcomes = outcomesWithMissing(measures.filter(isOverUnits));

describe("an outcome whose scores may be missing", () => {
  it("is every measure that says what must have been measured, but for effect sizes, which are made of changes", () => {
    const saying = measures
      .filter(isOverUnits)
      .filter(({kind, measured}) => measured !== undefined && kind !== "effect_size");
    expect(outcomes.map(({id}) => id)).toEqual(saying.map(({id}) => id));
    expect(outcomes.map(({id}) => id).sort()).toEqual(plainOutcomes.map(({id}) => id).sort());
  });

  it("says in its sentences what becomes of those not measured, and that it is of six months where it is", () => {
    for (const outcome of outcomes) {
      const {measured, follow_up} = findingOf(outcome, defaultSettings);
      expect(measured?.otherwise, outcome.id).toBe(isCountedAgainst(outcome) ? "counted_against" : "left_out");
      expect(follow_up, outcome.id).toBe(outcome.quarter !== undefined);
    }
  });

  it("should speak for those on a step of its ladder", () => {
    for (const outcome of outcomes) {
      const steps = eligible(outcome);
      expect(outcome.counted.slice(0, steps.length), outcome.id).toEqual(steps);
    }
  });
});

forEachWarehouse((open) => {
  let opened: TestWarehouse;
  let warehouse: Warehouse;
  beforeAll(async () => {
    opened = await open();
    warehouse = opened.warehouse;
  });
  afterAll(() => opened.dispose());

  it("counts by attendance, completion and severity whom each outcome should speak for, as a plain reading does", async () => {
    const numRuns = warehouse.kind === "embedded" ? 4 : 2;
    await fc.assert(fc.asyncProperty(randomCases(6), countsAsRead), {numRuns, endOnFailure: true});
  });

  async function countsAsRead({statements, ...reading}: RandomCases): Promise<void> {
    const statement = joinStatements(statements);
    await loadStatement(warehouse, statement, reading.as_of);
    await build(warehouse, buildOptions({...reading, definition: crypto.randomUUID()}));
    const facts = factsOf(statement, reading);
    expect(inWords(await patterns(statement, reading.as_of))).toEqual(inWords(plainPatterns(facts)));
    expect(inWords(await reached())).toEqual(inWords(plainReached(facts)));
    expect(inWords(await successes())).toEqual(inWords(plainSuccess(facts)));
  }

  /** Every place that there could be, so that one too many would be found too. */
  async function patterns({episodes}: Statement, as_of: string): Promise<Counted> {
    const programs = await readPrograms(warehouse, "");
    const patternsOf = await readPatterns(warehouse, {measures, programs, as_of, suffix: ""});
    const groups = [
      {breakdown: "all", group: ""},
      ...[...new Set(programs.map(({group}) => group))].map((group) => ({breakdown: "program", group})),
      ...[...new Set(programs.map(({site}) => site))].map((group) => ({breakdown: "site", group}))
    ];
    const years = [...new Set(episodes.flatMap(({discharged_on}) => discharged_on?.slice(0, 4) ?? []))];
    const periods = [
      {period_type: "all", period: ""} as const,
      ...years.map((period) => ({period_type: "year", period}) as const)
    ];
    const places = groups.flatMap((group) => periods.map((period) => ({...group, ...period})));
    const counted: Counted = new Map();
    for (const {id} of outcomes) {
      for (const place of places) {
        for (const one of patternsOf(id, place)?.patterns ?? []) {
          const cell = [id, `${place.breakdown} ${place.group} ${place.period}`, one.attendance, one.completion];
          const counts = [one.n, one.measured, one.sum_y, one.sum_yy, one.n_baseline, one.sum_baseline];
          counted.set([...cell, one.severity].join(" | "), counts);
        }
      }
    }
    return counted;
  }

  async function reached(): Promise<Counted> {
    const rows = await warehouse.query<{cell: string; n: number; sum_x: number; sum_xx: number}>(
      `select concat_ws(' | ', source, program_key, to_char(period_on, 'YYYY"-Q"Q'), is_reached, characteristic) || ' | ' || level as cell,
         n, sum_x, sum_xx
       from mart.reached`
    );
    return new Map(rows.map(({cell, n, sum_x, sum_xx}) => [trueOrFalse(cell), [n, sum_x, sum_xx]]));
  }

  async function successes(): Promise<Counted> {
    const rows = await warehouse.query<{cell: string; n: number}>(
      `select concat_ws(' | ', measure, source, program_key, to_char(period_on, 'YYYY-MM'), event, value) as cell, n
       from mart.histogram where measure like '%\\_success'`
    );
    return new Map(rows.map(({cell, n}) => [cell, [n]]));
  }
});

function trueOrFalse(cell: string): string {
  return cell.replace(" | t | ", " | true | ").replace(" | f | ", " | false | ");
}

function inWords(counted: Counted): string[] {
  return [...counted].map(([cell, counts]) => `${cell}: ${counts.join(" ")}`).sort();
}
