import type {Table} from "../table.ts";
import {inMarkdown, markdownTable} from "./markdown.ts";
import type {PackageOptions} from "./package_files.ts";
import {plainText} from "./plain_text.ts";

/** README.md of an export: what it is, how to load it, and what whoever holds it has agreed to. */
export function readme(options: PackageOptions): string {
  const {title, description, tables, anonymity, synthetic} = options;
  return [
    `# ${inMarkdown(title)}\n`,
    ...(synthetic ? ["**Synthetic: no row is a person.** Write code with it; report nothing from it.\n"] : []),
    ...paragraphs(description),
    `## What is here\n\n${contents(tables)}`,
    `An empty cell is "no value"; the codebook names the column that says why.\n`,
    `Protection: ${inMarkdown(anonymity.words)}\n`,
    loading(tables),
    terms(options),
    citing(options)
  ].join("\n");
}

function paragraphs(text: string): string[] {
  const lines = plainText(text).split("\n");
  return lines.flatMap((line) => (line.trim() === "" ? [] : [`${inMarkdown(line)}\n`]));
}

function contents(tables: readonly Table[]): string {
  const rows = tables.map(({name, grain, rows: {length}, fields}) => [
    `\`${name}.csv\`, \`${name}.parquet\``,
    `a row: ${inMarkdown(grain)}; ${length} rows, ${fields.length} columns`
  ]);
  return markdownTable(
    ["File", "What it holds"],
    [
      ...rows,
      ["`codebook.md`, `codebook.csv`", "every column: label, levels, unit, reasons why empty, derivation, source"],
      ["`attrition.csv`", "how many were left, step by step"],
      ["`definition.json`", "the request that was answered, with its hash"],
      ["`anonymity.json`", "how alike the people in it are"],
      ["`datapackage.json`", "the same for programs (Frictionless Data Package 2.0)"],
      ["`redcap_data_dictionary.csv`", "the columns as a REDCap project"],
      ["`checksums.txt`", "`sha256sum -c checksums.txt` tells whether a file was changed"]
    ]
  );
}

function loading(tables: readonly Table[]): string {
  const first = tables[0]?.name ?? "";
  return `## Loading it

| Program | What to run | What it makes |
| --- | --- | --- |
| R | \`source("<this folder>/load.R")\` | a data frame for each table (\`${first}\`), factors with labels; needs no package |
| Python, in this folder or with it in \`sys.path\` | \`from load import load; tables = load()\` | DataFrames with labelled Categoricals; lists of dicts without pandas |
| SPSS | \`INSERT FILE='<this folder>/load.sps' CD=YES.\` | datasets with labels, and \`.sav\` files here |
| Stata 14 or later | \`do "<this folder>/load.do" "<this folder>"\` | \`.dta\` files here, labelled; text codes become numbers |

SPSS cuts labels of values after 120 bytes (…). In labels of Stata, backquotes, dollar signs and braces are written with signs
that look alike, and the two signs that begin a comment are set apart. The codebook has all labels in full. Do not open the CSV files in a spreadsheet to work with them: it takes
leading zeros away. Text in the codebook that a spreadsheet could take for a formula has an apostrophe in front.
`;
}

function terms({terms: agreed}: PackageOptions): string {
  return [
    "## Terms of use\n",
    ...paragraphs(agreed),
    `- No re-identification: nobody tries to find out who a row is, or contacts anyone on its account.
- No linkage: these rows are not joined to any other data about people, nor to another export; its keys are its own.
- Small cells: no publication shows a count of 1 to 10, or a percentage, total or difference that one can be worked out from.
- The data stay with those who are named in the agreement, and are deleted when it ends.
`
  ].join("\n");
}

function citing({title, as_of, definition_hash, code_version}: PackageOptions): string {
  return `## Citing it

${inMarkdown(title)}. Data as of ${inMarkdown(as_of)}; definition ${inMarkdown(definition_hash)}; made with Plumbline ${inMarkdown(code_version)}.
`;
}
