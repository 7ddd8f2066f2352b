import {coarseStep} from "../anonymity/coarse_share.ts";
import type {Value} from "../table.ts";
import {asGoodAsNobody, columnOf, grainOf, type OwnedTable, peopleWhere} from "./owned_table.ts";
import {codesOf, heldBy, toStep} from "./read_shape.ts";
import type {Condition, Conditions, Emptiness, Grain} from "./twin_inputs.ts";

/** Something that may be so of a row of a table, and what it is of. */
interface Known {
  readonly condition: Condition;
  readonly share: number;
  readonly grain: Grain;
  readonly holds: readonly boolean[];
}

/** A column of codes, as it goes with the rows of a table; undefined where it has nothing for the row. */
interface Coded {
  readonly table: string;
  readonly column: string;
  readonly shares: readonly {readonly code: string | number; readonly share: number | null}[];
  readonly grain: Grain;
  readonly values: readonly (Value | undefined)[];
}

const order: readonly Grain[] = ["person", "episode", "row"];

/**
 * Which columns are empty together, how often, and where: a column without which another one is never filled is its condition, and
 * so are codes with which it is never filled, of this table or of one before it; of several the one that explains most.
 */
export function emptinessOf(table: OwnedTable, earlier: readonly OwnedTable[]): Emptiness[] {
  const groups = togetherEmpty(table)
    .map((columns) => {
      const isEmpty = columnOf(table, columns[0] ?? "").map((value) => value === null);
      return {columns, isEmpty, share: shareOf(table, isEmpty), grain: grainOf(table, isEmpty)};
    })
    .sort((a, b) => a.share - b.share);
  const coded = [
    ...codedOf(table),
    ...earlier.flatMap((other) => codedOf(other).flatMap((own) => alongside(table, other, own)))
  ];
  const known: Known[] = [];
  const found: Emptiness[] = [];
  for (const {columns, isEmpty, share, grain} of groups) {
    const isSometimes = share > 0 && share < 1;
    const reasons = [...known, ...coded.flatMap((own) => codesWithout(table, own, isEmpty))]
      .filter((one) => order.indexOf(one.grain) <= order.indexOf(grain) && one.share <= share)
      .filter(({holds}) => implies(table, holds, isEmpty));
    found.push({columns, share, grain, where: isSometimes ? conditionsOf(table, reasons, isEmpty) : null});
    const condition = {table: table.name, column: columns[0] ?? "", codes: null};
    if (isSometimes) known.push({condition, share, grain, holds: isEmpty});
  }
  return found;
}

/**
 * The conditions that explain most, each of them where those before it do not hold for 11 people or more. Codes are conditions only
 * where they explain all: else it may be chance, and something that is known of everybody with the code.
 */
function conditionsOf(table: OwnedTable, reasons: readonly Known[], isEmpty: readonly boolean[]): Conditions | null {
  const all = chosenOf(table, reasons, isEmpty);
  if (all === null || all.only) return all;
  return chosenOf(
    table,
    reasons.filter(({condition}) => condition.codes === null),
    isEmpty
  );
}

function chosenOf(table: OwnedTable, reasons: readonly Known[], isEmpty: readonly boolean[]): Conditions | null {
  let explained = isEmpty.map(() => false);
  const chosen: Condition[] = [];
  for (const {condition, holds} of reasons.toSorted((a, b) => b.share - a.share)) {
    if (asGoodAsNobody(peopleWhere(table, (row) => holds[row] === true && explained[row] === false))) continue;
    chosen.push(condition);
    explained = explained.map((is, row) => is || holds[row] === true);
  }
  if (chosen.length === 0) return null;
  return {any_of: chosen, share: shareOf(table, explained), only: implies(table, isEmpty, explained)};
}

/** Fields that share a reason are empty together; so they are only if that is true. */
function togetherEmpty(table: OwnedTable): string[][] {
  const reasons = new Set(table.fields.map(({missing_reason}) => missing_reason));
  const groups: {reason: string | null; columns: string[]}[] = [];
  for (const {name, missing_reason, sensitivity} of table.fields) {
    if (reasons.has(name) || sensitivity === "key" || table.primary_key.includes(name)) continue;
    const own = columnOf(table, name);
    const group = groups.find(({reason, columns}) => {
      if (reason === null || reason !== missing_reason) return false;
      const first = columnOf(table, columns[0] ?? "");
      return own.every((value, row) => (value === null) === (first[row] === null));
    });
    if (group === undefined) groups.push({reason: missing_reason, columns: [name]});
    else group.columns.push(name);
  }
  return groups.map(({columns}) => columns);
}

/** 0 for never, 1 for always, else rounded to a step that stands for 11 people or more, and neither never nor always. */
function shareOf(table: OwnedTable, isSo: readonly boolean[]): number {
  if (!isSo.includes(true)) return 0;
  if (!isSo.includes(false)) return 1;
  const people = new Set(table.persons).size;
  const step = coarseStep(people);
  if (step === null) return 0.5;
  const so = heldBy(
    isSo.map((is) => Number(is)),
    table.persons
  ).reduce((sum, {value, weight}) => sum + (value === 1 ? weight : 0), 0);
  return Math.min(1 - step, Math.max(step, toStep(so / people, step)));
}

/** The columns of codes that are never empty and say more than why another one is. */
function codedOf(table: OwnedTable): Coded[] {
  const reasons = new Set(table.fields.map(({missing_reason}) => missing_reason));
  return table.fields.flatMap(({name, levels}) => {
    const values = columnOf(table, name);
    if (levels === null || reasons.has(name) || values.includes(null)) return [];
    const {codes} = codesOf(
      levels.map(({code}) => code),
      heldBy(values, table.persons)
    );
    return [{table: table.name, column: name, shares: codes, grain: grainOf(table, values), values}];
  });
}

/** A column of an earlier table beside the rows of this one, unless this one has it too. */
function alongside(table: OwnedTable, other: OwnedTable, own: Coded): Coded[] {
  if (own.grain === "row" || table.fields.some(({name}) => name === own.column)) return [];
  const [units, mine] = own.grain === "person" ? [other.persons, table.persons] : [other.episodes, table.episodes];
  const byUnit = new Map(units.map((unit, row) => [unit, own.values[row]]));
  return [{...own, values: mine.map((unit) => byUnit.get(unit))}];
}

/** The codes of a column with which another one is always empty. */
function codesWithout(table: OwnedTable, {values, shares, ...own}: Coded, isEmpty: readonly boolean[]): Known[] {
  const codes = shares.filter(
    ({code, share}) =>
      share !== null &&
      implies(
        table,
        values.map((value) => value === code),
        isEmpty
      )
  );
  if (codes.length === 0) return [];
  const names = codes.map(({code}): Value | undefined => code);
  const holds = values.map((value) => names.includes(value));
  const condition = {table: own.table, column: own.column, codes: codes.map(({code}) => code)};
  return [{condition, share: shareOf(table, holds), grain: own.grain, holds}];
}

/** Whether the second is so wherever the first is, and that is of enough people. */
function implies(table: OwnedTable, holds: readonly boolean[], isEmpty: readonly boolean[]): boolean {
  if (asGoodAsNobody(peopleWhere(table, (row) => holds[row] === true))) return false;
  return holds.every((is, row) => !is || isEmpty[row] === true);
}

/** What a reason says where there is a value, by most of the rows: a code, or nothing. */
export function whenFilled(table: OwnedTable, reason: string): Value {
  const of = table.fields.find(({missing_reason}) => missing_reason === reason);
  const [values, reasons] = [columnOf(table, of?.name ?? ""), columnOf(table, reason)];
  const people = (said: Value) => peopleWhere(table, (row) => values[row] !== null && reasons[row] === said);
  const said = (table.fields.find(({name}) => name === reason)?.levels ?? []).map(({code}): Value => code);
  return said.reduce((best, code) => (people(code) > people(best) ? code : best), null as Value);
}
