import {type Column, type Contract, longestKey} from "../../src/sources/contract/contract.ts";
import {contracts} from "../../src/sources/contract/index.ts";
import {ruleOf} from "../../src/sources/contract/rule.ts";
import {defects, waitingReasons} from "../../src/sources/defects.ts";
import {refusals} from "../../src/sources/refusals.ts";
import {fillTemplate} from "./fill_template.ts";

type Explanations = Readonly<Record<string, {readonly means: string; readonly hint: string}>>;

/** docs/delivery-format.md: the prose of the template, with every file, column and code as they are declared. */
export function deliveryFormatDocument(): string {
  return fillTemplate("delivery_format.md", {
    longest_key: String(longestKey),
    files: contracts.map(fileSection).join("\n\n"),
    defects: codeTable(defects),
    waiting: codeTable(waitingReasons),
    refusals: codeTable(refusals)
  });
}

function fileSection({file, row, columns}: Contract): string {
  return [
    `### ${file}.csv`,
    "",
    `One row is ${row}.`,
    "",
    "| column | required | holds | meaning |",
    "|---|---|---|---|",
    ...[...Map.groupBy(columns, ({means}) => means).values()].map(columnRow)
  ].join("\n");
}

/** Columns that mean the same, such as the items of a questionnaire, share a row. */
function columnRow(columns: readonly Column[]): string {
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return "";
  const name = first === last ? `\`${first.name}\`` : `\`${first.name}\` … \`${last.name}\``;
  const rule = ruleOf({...first, required: false});
  return `| ${name} | ${first.required ? "yes" : ""} | ${rule} | ${first.means} |`;
}

function codeTable(codes: Explanations): string {
  const rows = Object.entries(codes).map(([code, {means, hint}]) => `| \`${code}\` | ${means} | ${hint} |`);
  return ["| code | when | what to do |", "|---|---|---|", ...rows].join("\n");
}
