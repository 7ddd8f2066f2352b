import type {Field, Table} from "../table.ts";
import {cellOf} from "./cells.ts";
import {distinctLevels} from "./levels.ts";
import {bytesOf, oneLine, shortened} from "./plain_text.ts";

/** Longest labels that SPSS keeps, in bytes of UTF-8. */
const longest = {variable: 256, value: 120};

const head = `* Loads the tables of this folder as datasets of the same names, and saves them as .sav files beside it.
* SPSS does not know where a syntax file lies. Run it from anywhere with
*   INSERT FILE='<this folder>/load.sps' CD=YES
* or set the folder with CD before running it. Needs Unicode mode, which is the default.

SET DECIMAL=DOT.
`;

/** load.sps: reads every CSV with variable labels, value labels, levels of measurement and missing values. */
export function loadSpss(tables: readonly Table[]): string {
  return `${head}\n${tables.map(blockOf).join("\n")}\nDATASET ACTIVATE ${tables[0]?.name}.\n`;
}

/** Commands begin in the first column and go on indented: the rule of files that are inserted. */
function blockOf(table: Table): string {
  const {name, fields} = table;
  const places = fields.map((field, place) => ({field, width: widthOf(table, place)}));
  const strings = fields.filter(({type}) => type === "string");
  return [
    `GET DATA\n  /TYPE=TXT\n  /FILE='${name}.csv'\n  /ENCODING='UTF8'\n  /DELCASE=LINE\n  /DELIMITERS=","\n  /QUALIFIER='"'`,
    "  /ARRANGEMENT=DELIMITED\n  /FIRSTCASE=2\n  /VARIABLES=",
    `${places.map(({field, width}) => `    ${field.name} ${field.type === "string" ? `A${width}` : "F40.0"}`).join("\n")}.`,
    "CACHE.",
    ...places.flatMap(({field, width}) => (field.type === "string" ? [] : [formatOf(field, width)])),
    ...fields.map(({name, label}) => `VARIABLE LABELS ${name}\n  ${literal(label, longest.variable)}.`),
    ...fields.flatMap((field) => (field.levels ? [valueLabels(field)] : [])),
    ...fields.map((field) => `VARIABLE LEVEL ${field.name} (${measurementOf(field)}).`),
    ...(strings.length > 0 ? [`MISSING VALUES\n${strings.map(({name}) => `  ${name} (' ')`).join("\n")}.`] : []),
    `SAVE OUTFILE='${name}.sav'.\nDATASET COPY ${name}.\n`
  ].join("\n");
}

/** The widest text of a column or of its levels in bytes, one at least. */
function widthOf({fields, rows}: Table, place: number): number {
  const codes = fields[place]?.levels?.map(({code}) => code) ?? [];
  return [...codes, ...rows.map((row) => row[place] ?? null)].reduce<number>(
    (widest, value) => Math.max(widest, bytesOf(cellOf(value))),
    1
  );
}

/** Read with F40.0, which takes any number as it is written, and shown with a width that fits. */
function formatOf({name, type}: Field, width: number): string {
  return `FORMATS ${name} (${type === "integer" ? `F${Math.min(Math.max(width, 8), 40)}.0` : "F16.6"}).`;
}

function valueLabels({name, levels}: Field): string {
  const lines = distinctLevels(levels ?? []).map(({code, label}) => {
    const value = typeof code === "string" ? literal(code, Number.POSITIVE_INFINITY) : cellOf(code);
    return `  ${value} ${literal(label, longest.value)}`;
  });
  return `VALUE LABELS ${name}\n${lines.join("\n")}.`;
}

function measurementOf({type, levels, ordered}: Field): string {
  if (levels !== null) return ordered ? "ORDINAL" : "NOMINAL";
  return type === "string" ? "NOMINAL" : "SCALE";
}

/** A string of SPSS on one line; an apostrophe, which alone could end it, is doubled. */
function literal(text: string, most: number): string {
  return `'${shortened(oneLine(text), most, bytesOf).replaceAll("'", "''")}'`;
}
