import {resolve} from "node:path";
import {migrate} from "../../src/database/migrate.ts";
import type {Warehouse} from "../../src/database/warehouse.ts";
import {UserError} from "../../src/errors.ts";
import {explainQuarantine} from "../../src/sources/explain_quarantine.ts";
import {exportQuarantine} from "../../src/sources/export_quarantine.ts";
import {listQuarantine, type WaitingRow} from "../../src/sources/quarantine.ts";
import {project} from "../project.ts";
import {archiveOf, openConfigured} from "../steps/context.ts";
import type {Command, Invocation} from "./command.ts";

export const quarantine: Command = {
  name: "quarantine",
  summary: "rows that count nowhere: list them, export them to be mended, explain a code",
  usage: "list | export DIR | explain CODE [options]",
  takes_words: true,
  run: (invocation) => {
    const [verb, subject, ...more] = invocation.positionals;
    if (verb === "list" && subject === undefined) return list(invocation);
    if (verb === "export" && subject !== undefined && more.length === 0) return exportTo(subject, invocation);
    if (verb === "explain" && subject !== undefined && more.length === 0) return explain(subject, invocation);
    const found = invocation.positionals.join(" ");
    throw new UserError(
      "usage",
      `plumbline quarantine: expected list, export DIR or explain CODE, found ${found === "" ? "nothing" : found}`,
      {hint: "plumbline quarantine --help"}
    );
  }
};

function list(invocation: Invocation): Promise<number> {
  const {json, print} = invocation;
  return withWarehouse(invocation, async (warehouse) => {
    const rows = await listQuarantine(warehouse);
    if (json) return print(JSON.stringify(rows));
    if (rows.length === 0) return print("No row is in quarantine or waits.");
    return print([...groupsOf(rows).flatMap(groupInWords), totalInWords(rows)].join("\n"));
  });
}

/** Rows of one delivery, file, code and column, which share their rule and hint. */
function groupsOf(rows: readonly WaitingRow[]): (readonly [WaitingRow, ...WaitingRow[]])[] {
  const groups = Map.groupBy(rows, ({source, delivered_on, sequence, file, code, column}) =>
    JSON.stringify([source, delivered_on, sequence, file, code, column])
  );
  return [...groups.values()] as [WaitingRow, ...WaitingRow[]][];
}

function groupInWords(rows: readonly [WaitingRow, ...WaitingRow[]]): string[] {
  const [{source, delivered_on, sequence, file, code, column, rule, hint}] = rows;
  const delivery = `${source} ${delivered_on}${sequence === 0 ? "" : `, sequence ${sequence}`}`;
  const lines = rows.map(({line}) => line).join(", ");
  return [
    `${delivery}, ${file}, ${rows.length === 1 ? "line" : "lines"} ${lines}`,
    `  ${code}${column === null ? "" : ` in ${column}`}: ${rule}`,
    `  hint: ${hint}`
  ];
}

function totalInWords({length}: readonly WaitingRow[]): string {
  return `\n${length === 1 ? "1 row counts" : `${length} rows count`} nowhere; to mend them: plumbline quarantine export DIR`;
}

function exportTo(folder: string, invocation: Invocation): Promise<number> {
  const {json, print} = invocation;
  return withWarehouse(invocation, async (warehouse) => {
    const files = await exportQuarantine(warehouse, archiveOf(invocation), resolve(folder));
    if (json) return print(JSON.stringify(files));
    const lines = files.map(({path, rows}) => `${path}  ${rows === 1 ? "1 row" : `${rows} rows`}`);
    const advice = `Written to ${folder}. The files hold rows of persons: keep them inside. Mend them and deliver them again.`;
    return print([...lines, files.length === 0 ? "No row is in quarantine or waits." : advice].join("\n"));
  });
}

function explain(code: string, {json, print}: Invocation): Promise<number> {
  const {kind, means, hint} = explainQuarantine(code);
  if (json) return Promise.resolve(print(JSON.stringify({code, kind, means, hint})));
  const judged =
    kind === "defect"
      ? "A defect of the row itself, judged when it arrives; a later row with the same key, free of defects, closes it."
      : "The row waits for its context, judged at each build; it takes part again by itself when the context is mended.";
  return Promise.resolve(print([`${code}: ${means}`, judged, `hint: ${hint}`].join("\n")));
}

async function withWarehouse(invocation: Invocation, work: (warehouse: Warehouse) => Promise<number>): Promise<number> {
  const warehouse = await openConfigured(invocation);
  try {
    await migrate(warehouse, project.migrations);
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
}
