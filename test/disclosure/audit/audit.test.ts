import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {type Audit, loadAudit} from "../../../src/disclosure/audit/audit.ts";
import {rememberedAudit} from "../../../src/disclosure/audit/remembered.ts";
import type {CountSystem, Told} from "../../../src/disclosure/count_system.ts";
import {Knowledge} from "../../../src/disclosure/knowledge.ts";
import {profiles} from "../../../src/disclosure/profile.ts";
import {rangesByEveryTable, tableSystem} from "./every_table.ts";

let audit: Audit;
beforeAll(async () => {
  audit = await loadAudit();
});

/** Each count told by a row of its own, those of a higher index mattering less. */
function rowsOf(counts: readonly number[]): Told[] {
  return counts.map((count, rank) => ({counts: [count], rank, must_hide: false}));
}

function ask(system: CountSystem, told: readonly number[], may_hide: boolean, width: number = profiles.cms11.width) {
  const tables = [[...system.counts.keys()]];
  const shown = new Set(told.keys());
  return audit({system, rows: rowsOf(told), shown, tables, protection: {width}, may_hide});
}

/** 5 people of one group; three ways to group them in pairs, each pair told: 25, 40 and 55 people. */
const threePairs: CountSystem = {
  counts: [5, 20, 35, 25, 55, 40],
  sensitive: [true, false, false, false, false, false],
  sums: [
    {whole: 3, parts: [0, 1]},
    {whole: 4, parts: [1, 2]},
    {whole: 5, parts: [0, 2]}
  ]
};

describe("an audit", () => {
  it("finds a count that follows from three sums together, and from no sum alone", () => {
    const reader = new Knowledge(threePairs, profiles.cms11);
    expect(reader.tell([3, 4, 5])).toBe(true);
    expect(ask(threePairs, [3, 4, 5], false).exposed).toEqual([0]);
  });

  it("hides the row that matters least of those behind it, and then finds nothing", () => {
    expect(ask(threePairs, [3, 4, 5], true)).toMatchObject({hidden: new Set([2]), exposed: []});
    expect(ask(threePairs, [5, 4, 3], true)).toMatchObject({hidden: new Set([2]), exposed: []});
  });

  it("takes nothing back that an earlier release told, and names what follows if that is all there is", () => {
    const rows = rowsOf([3, 4, 5]).map((row, index) => ({...row, is_public: index === 2}));
    const question = {system: threePairs, tables: [[0, 1, 2, 3, 4, 5]], shown: new Set([0, 1, 2])};
    const asked = {...question, protection: profiles.cms11, may_hide: true};
    expect(audit({...asked, rows})).toMatchObject({hidden: new Set([1]), exposed: []});
    const allPublic = rows.map((row) => ({...row, is_public: true}));
    expect(audit({...asked, rows: allPublic})).toMatchObject({hidden: new Set(), exposed: [0]});
  });

  it("finds in random tables exactly the small counts that every table of people agreeing with what was told narrows", () => {
    const width = 3;
    const isSmall = (count: number) => count >= 1 && count <= width;
    const cell = fc.integer({min: 0, max: 5});
    const cells = fc.array(fc.array(cell, {minLength: 3, maxLength: 3}), {minLength: 2, maxLength: 2});
    let [found, safe] = [0, 0];
    fc.assert(
      fc.property(cells, fc.array(fc.boolean(), {minLength: 12, maxLength: 12}), (own, isTold) => {
        const system = tableSystem(own, isSmall);
        const told = [...system.counts.keys()].filter((count) => isTold[count] && !system.sensitive[count]);
        const narrow = (counts: readonly number[]) => {
          const ranges = rangesByEveryTable(system, new Set(counts), 6, 8);
          return [...ranges.entries()]
            .filter(([count, [lower, upper]]) => system.sensitive[count] && upper - lower < width)
            .map(([count]) => count);
        };
        const {exposed} = ask(system, told, false, width);
        expect([...exposed].sort((a, b) => a - b)).toEqual(narrow(told));
        const after = ask(system, told, true, width);
        expect(narrow(told.filter((_, row) => !after.hidden.has(row)))).toEqual([]);
        if (exposed.length > 0) found += 1;
        else safe += 1;
      }),
      {numRuns: 25}
    );
    expect(Math.min(found, safe)).toBeGreaterThan(3);
  });

  it("gives the same answer again without being asked twice, and another for another question", () => {
    let asked = 0;
    const counting: Audit = (question) => {
      asked += 1;
      return audit(question);
    };
    const rows = rowsOf([3, 4, 5]);
    const question = {system: threePairs, rows, shown: new Set([0, 1, 2]), tables: [[0, 1, 2, 3, 4, 5]]};
    const first = rememberedAudit(new Map(), counting);
    const answer = first.audit({...question, protection: profiles.cms11, may_hide: true});
    const again = rememberedAudit(first.added, counting);
    expect(again.audit({...question, protection: profiles.cms11, may_hide: true})).toEqual(answer);
    expect(again.added.size).toBe(0);
    expect(asked).toBe(1);
    const safe = {rows: rowsOf([3, 4, 5]).map((row) => ({...row, rank: -row.rank})), shown: new Set([0, 1])};
    again.audit({...question, protection: profiles.cms11, may_hide: false, ...safe});
    expect(asked).toBe(1);
    for (const other of [{shown: new Set([0, 2])}, {may_hide: false}, {protection: profiles.threshold5}])
      again.audit({...question, protection: profiles.cms11, may_hide: true, ...other});
    expect(asked).toBe(4);
  });
});
