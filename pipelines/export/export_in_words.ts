import {relative} from "node:path";
import type {Table} from "../../src/export/table.ts";
import type {Exported} from "./export_cohort.ts";

/** What was exported, for people: hidden counts hidden. */
export function exportInWords(exported: Exported, directory: string): string {
  const {name, definition_hash, as_of, tables, attrition, protection, notes, folder, ledger, entry, is_synthetic} =
    exported;
  const what = is_synthetic ? "synthetic: no row is a person" : `data as of ${as_of}`;
  const lines = [
    ["Cohort", `${name} (${definition_hash.slice(0, 12)}), ${what}`],
    ...attrition.rows.map(([order, step, count]) => [order === 0 ? "Episodes" : "", `${shown(count)}  ${step}`]),
    ...tables.map((table, index) => [index === 0 ? "Tables" : "", tableInWords(table)]),
    ["People", protection.words],
    ["Figures", `${notes}.`],
    ["Folder", relative(directory, folder)],
    ["Ledger", `entry ${entry} of ${relative(directory, ledger)}, ${exported.hash}`]
  ];
  return lines.map(([label = "", text]) => `${label.padEnd(10)} ${text}`).join("\n");
}

/** The same for machines. */
export function exportForMachines(exported: Exported) {
  const {name, definition_hash, as_of, tables, attrition, protection, folder, ledger, entry, is_synthetic} = exported;
  return {
    ...{cohort: name, definition_hash, as_of, synthetic: is_synthetic},
    attrition: attrition.rows.map(([, step, episodes, status]) => ({step, episodes, status})),
    tables: tables.map((table) => ({name: table.name, rows: table.rows.length, fields: table.fields.length})),
    anonymity: protection.report,
    ...{folder, ledger, entry, hash: exported.hash}
  };
}

function shown(count: unknown): string {
  return (typeof count === "number" ? count.toLocaleString("en-US") : "hidden").padStart(7);
}

function tableInWords({name, rows, fields}: Table): string {
  return `${name}: ${rows.length.toLocaleString("en-US")} rows, ${fields.length} columns`;
}
