import type {Table} from "../table.ts";
import {tableCsv} from "./cells.ts";
import {checkTables} from "./check_tables.ts";
import {checksums} from "./checksums.ts";
import {codebookCsv} from "./codebook_csv.ts";
import {codebookMd} from "./codebook_md.ts";
import {descriptor} from "./descriptor.ts";
import {documentCsv} from "./document_csv.ts";
import {withoutEmptyLevels} from "./levels.ts";
import {loadPython} from "./load_python.ts";
import {loadR} from "./load_r.ts";
import {loadSpss} from "./load_spss.ts";
import {loadStata} from "./load_stata.ts";
import {tableParquet} from "./parquet.ts";
import {readme} from "./readme.ts";
import {redcapDataDictionary} from "./redcap.ts";

/** A file of an export, by its name in the folder of the export. */
export interface PackageFile {
  readonly file: string;
  readonly content: string | Buffer;
}

export interface PackageOptions {
  /** Lower-case letters, digits, dots, dashes and underscores. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** A table whose key others hold stands before them. */
  readonly tables: readonly Table[];
  /** Who was left out at which step; its name is attrition. */
  readonly attrition: Table;
  /** The definition in the form that was hashed. */
  readonly definition: object;
  readonly definition_hash: string;
  readonly as_of: string;
  readonly code_version: string;
  /** What was found of how alike the people are, and the same in a sentence or two. */
  readonly anonymity: {readonly report: object; readonly words: string};
  /** Terms under which the data are handed over, a paragraph a line. */
  readonly terms: string;
  readonly synthetic: boolean;
}

/**
 * The files of an export: a Data Package of CSV and Parquet, codebooks, loaders and checksums. Same options, same bytes.
 * Throws a UserError where a delivered code is not fit for a file, an Error where the tables contradict themselves.
 */
export function packageFiles(given: PackageOptions): PackageFile[] {
  const options = {...given, tables: given.tables.map(withoutEmptyLevels)};
  const {name, tables, attrition, definition, definition_hash, anonymity} = options;
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) throw new Error(`package: expected a plain name, found ${name}`);
  checkTables(tables, attrition);
  const contents: PackageFile[] = [
    ...tables.flatMap((table) => [
      {file: `${table.name}.csv`, content: tableCsv(table)},
      {file: `${table.name}.parquet`, content: tableParquet(table)}
    ]),
    {file: "attrition.csv", content: attritionCsv(attrition)}
  ];
  const documents: PackageFile[] = [
    {file: "README.md", content: readme(options)},
    {file: "codebook.csv", content: codebookCsv([...tables, attrition])},
    {file: "codebook.md", content: codebookMd(options)},
    {file: "redcap_data_dictionary.csv", content: redcapDataDictionary(tables)},
    {file: "load.R", content: loadR(tables)},
    {file: "load.py", content: loadPython},
    {file: "load.sps", content: loadSpss(tables)},
    {file: "load.do", content: loadStata(tables)},
    {file: "definition.json", content: json({hash: definition_hash, definition})},
    {file: "anonymity.json", content: json(anonymity.report)}
  ];
  const files = [descriptor(options, contents), ...contents, ...documents];
  return [...files, checksums(files)];
}

function attritionCsv({fields, rows}: Table): string {
  const names = fields.map((field) => field.name);
  return documentCsv(
    rows.map((row) => Object.fromEntries(row.map((value, place) => [names[place], value]))),
    names
  );
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
