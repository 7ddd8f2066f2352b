import type {Field, Table} from "../table.ts";
import {distinctLevels} from "./levels.ts";
import {inMarkdown, markdownTable} from "./markdown.ts";
import type {PackageOptions} from "./package_files.ts";

/** codebook.md: the codebook to read, table by table and field by field. */
export function codebookMd({title, tables, attrition}: PackageOptions): string {
  return [`# Codebook: ${inMarkdown(title)}\n`, ...[...tables, attrition].map(chapterOf)].join("\n");
}

function chapterOf(table: Table): string {
  const key = table.primary_key.map((name) => `\`${name}\``).join(", ");
  return [
    `## \`${table.name}\`\n`,
    `One row: ${inMarkdown(table.grain)}.${key && ` Key: ${key}.`} ${table.rows.length} rows.\n`,
    ...table.fields.map((field) => sectionOf(field, table))
  ].join("\n");
}

const sensitivities: Readonly<Record<Field["sensitivity"], string>> = {
  key: "a key made for this export",
  quasi_identifier: "together with others it could say who somebody is",
  sensitive: "it says what must not be known of a person",
  none: "none"
};

function sectionOf(field: Field, table: Table): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Type", field.type],
    ["Unit", field.unit && inMarkdown(field.unit)],
    ["Empty where", field.missing_reason && reasonsOf(field.missing_reason, table)],
    ["Derivation", inMarkdown(field.derivation)],
    ["Source", inMarkdown(field.source)],
    ["Sensitivity", sensitivities[field.sensitivity]]
  ];
  const lines = facts.flatMap(([fact, words]) => (words ? [`- ${fact}: ${words}\n`] : []));
  return `### \`${field.name}\`: ${inMarkdown(field.label)}\n\n${lines.join("")}${levelsOf(field)}`;
}

function reasonsOf(name: string, {fields}: Table): string {
  const levels = fields.find((field) => field.name === name)?.levels ?? [];
  const reasons = distinctLevels(levels).map(({label}) => inMarkdown(label));
  return `\`${name}\` says why${reasons.length > 0 ? ` (${reasons.join("; ")})` : ""}`;
}

function levelsOf({levels, ordered}: Field): string {
  if (levels === null) return "";
  const rows = distinctLevels(levels).map(({code, label}) => [inMarkdown(String(code)), inMarkdown(label)]);
  return `\n${markdownTable(["Code", ordered ? "Label, from less to more" : "Label"], rows)}`;
}
