import type {Warehouse} from "../database/warehouse.ts";
import {
  type CountOptions,
  type CountStatement,
  countStatements,
  martColumns,
  marts,
  relationsOf,
  type Suffix
} from "./count.ts";
import type {Relations} from "./grain.ts";

type Mart = CountStatement["mart"];

/**
 * Notes what the persons of person_to_build contribute to the marts before their rows are built anew. Counts are additive: what
 * they contribute after it, less this, is what the marts lack, and for most cells of a night that is nothing.
 */
export async function countBefore(warehouse: Warehouse, options: CountOptions): Promise<void> {
  const {suffix} = options;
  await warehouse.script(
    marts.map((mart) => `create table ${changeOf(mart, suffix)} (like mart${suffix}.${mart});`).join("\n")
  );
  await countPersons(warehouse, options, -1);
}

/** Adds to the marts what the persons of person_to_build contribute now, less what they did before. */
export async function countAfter(warehouse: Warehouse, options: CountOptions): Promise<void> {
  await countPersons(warehouse, options, 1);
  for (const mart of marts) await warehouse.script(addChange(mart, options.suffix));
  await dropEmptyCells(warehouse, options.suffix);
}

async function countPersons(warehouse: Warehouse, options: CountOptions, sign: 1 | -1): Promise<void> {
  const from = await setAside(warehouse, options.suffix);
  for (const {mart, select} of countStatements(options, from)) {
    const {cell, counts} = martColumns[mart];
    await warehouse.query(
      `insert into ${changeOf(mart, options.suffix)} (${[...cell, ...counts].join(", ")})
       select ${[...cell, ...counts.map((count) => `${sign} * ${count}`)].join(", ")} from (${select}) as counted`
    );
  }
  await warehouse.script(`truncate ${from.episodes}, ${from.scores}, ${from.session_periods}`);
}

/** Copies the rows of the persons, so that every count reads these few. Sessions only move with what is said of a person. */
async function setAside(warehouse: Warehouse, suffix: Suffix): Promise<Relations> {
  const schema = `warehouse${suffix}`;
  const all = relationsOf(suffix);
  const few = {
    ...all,
    episodes: `${schema}.counted_episode`,
    scores: `${schema}.counted_score`,
    session_periods: `${schema}.counted_period`
  };
  const copy = (to: string, from: string, where: string) =>
    `truncate ${to};
     insert into ${to} select t.* from ${from} as t join ${schema}.person_to_build as p using (person_key) where ${where};
     analyze ${to};`;
  await warehouse.script(
    copy(few.episodes, all.episodes, "true") +
      copy(few.scores, all.scores, "true") +
      copy(few.session_periods, all.session_periods, "p.has_changed")
  );
  return few;
}

function changeOf(mart: Mart, suffix: Suffix): string {
  return `mart${suffix}.${mart}_change`;
}

function addChange(mart: Mart, suffix: Suffix): string {
  const {cell, counts} = martColumns[mart];
  return `
    insert into mart${suffix}.${mart} as old (${[...cell, ...counts].join(", ")})
    select ${[...cell, ...counts.map((count) => `sum(${count})::bigint`)].join(", ")}
    from ${changeOf(mart, suffix)}
    group by ${cell.join(", ")}
    having ${counts.map((count) => `sum(${count}) <> 0`).join(" or ")}
    on conflict (${cell.join(", ")}) do update
    set ${counts.map((count) => `${count} = old.${count} + excluded.${count}`).join(", ")};
    drop table ${changeOf(mart, suffix)};`;
}

/** Removes cells that nobody is counted in any more: those in which every count is 0. */
async function dropEmptyCells(warehouse: Warehouse, suffix: Suffix): Promise<void> {
  for (const mart of marts) {
    const empty = martColumns[mart].counts.map((count) => `${count} = 0`).join(" and ");
    await warehouse.script(`delete from mart${suffix}.${mart} where ${empty}`);
  }
}
