import type {Field, Table} from "../table.ts";
import {sha256Of} from "./checksums.ts";
import {foreignKeysOf} from "./foreign_keys.ts";
import {distinctLevels} from "./levels.ts";
import type {PackageFile, PackageOptions} from "./package_files.ts";
import {plainText} from "./plain_text.ts";

const profiles = "https://datapackage.org/profiles/2.0";

const formats = {
  csv: {
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: {$schema: `${profiles}/tabledialect.json`, header: true, delimiter: ",", lineTerminator: "\n"}
  },
  parquet: {format: "parquet", mediatype: "application/vnd.apache.parquet"}
};

/** datapackage.json, a descriptor after the Data Package standard, version 2.0. */
export function descriptor(options: PackageOptions, contents: readonly PackageFile[]): PackageFile {
  const {name, title, description, tables, attrition, as_of, code_version, definition_hash, synthetic} = options;
  const resource = (table: Table, format: keyof typeof formats) =>
    resourceOf({table, tables, format, contents: contentOf(contents, `${table.name}.${format}`)});
  const described = {
    $schema: `${profiles}/datapackage.json`,
    name,
    title: plainText(title),
    description: plainText(description),
    licenses: [{path: "README.md", title: "Terms of use, in README.md"}],
    ...{as_of, code_version, definition_hash, synthetic},
    resources: [
      ...tables.map((table) => resource(table, "csv")),
      ...tables.map((table) => resource(table, "parquet")),
      resource(attrition, "csv")
    ]
  };
  return {file: "datapackage.json", content: `${JSON.stringify(described, null, 2)}\n`};
}

function contentOf(contents: readonly PackageFile[], file: string): string | Buffer {
  const found = contents.find((content) => content.file === file);
  if (found === undefined) throw new Error(`package: expected ${file}`);
  return found.content;
}

interface ResourceOptions {
  readonly table: Table;
  readonly tables: readonly Table[];
  readonly format: keyof typeof formats;
  readonly contents: string | Buffer;
}

function resourceOf({table, tables, format, contents}: ResourceOptions) {
  const nameOf = (of: Table) => (format === "csv" ? of.name : `${of.name}.${format}`);
  const foreignKeys = foreignKeysOf(table, tables).map(({fields, of}) => ({
    fields,
    reference: {resource: nameOf(of), fields}
  }));
  return {
    name: nameOf(table),
    type: "table",
    path: `${table.name}.${format}`,
    description: plainText(table.grain),
    ...formats[format],
    bytes: Buffer.byteLength(contents),
    hash: `sha256:${sha256Of(contents)}`,
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fields: table.fields.map((field) => fieldOf(field, table)),
      missingValues: [""],
      ...(table.primary_key.length > 0 && {primaryKey: table.primary_key}),
      ...(foreignKeys.length > 0 && {foreignKeys})
    }
  };
}

/** Constraints come from the definition of a field alone: extremes of the values would be those of a person. */
function fieldOf(field: Field, {primary_key}: Table) {
  const {name, label, type, levels, ordered, unit, missing_reason, derivation, source, sensitivity} = field;
  const isWholeKey = primary_key.length === 1 && primary_key[0] === name;
  return {
    name,
    title: plainText(label),
    type,
    description: plainText(derivation),
    ...(primary_key.includes(name) && {constraints: {required: true, ...(isWholeKey && {unique: true})}}),
    ...(levels && {
      categories: distinctLevels(levels).map(({code, label: words}) => ({value: code, label: words})),
      categoriesOrdered: ordered ?? false
    }),
    ...(unit !== null && {unit: plainText(unit)}),
    ...(missing_reason !== null && {missing_reason}),
    source: plainText(source),
    sensitivity
  };
}
