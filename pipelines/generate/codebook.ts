import {codebook} from "../../src/publish/codebook.ts";

type Row = ReturnType<typeof codebook>[number];

/** docs/codebook.md: what codebook.csv says of every column of every published table. */
export function codebookDocument(): string {
  const head =
    "# Codebook of the published files\n\nWritten by `npm run generate` from `src/publish`; not by hand. Every release holds the same as `codebook.csv`.\nAn empty cell is no value. `results.parquet` has the columns of `results.csv`.\n";
  const files = Map.groupBy(codebook(), ({file}) => file);
  return `${head}\n${[...files].map(([file, rows]) => section(file, rows)).join("\n\n")}\n`;
}

function section(file: string, rows: readonly Row[]): string {
  return [
    `## ${file}`,
    "",
    "| column | type | unit | meaning | values |",
    "|---|---|---|---|---|",
    ...rows.map(({column, type, unit, label, values}) => `| \`${column}\` | ${type} | ${unit} | ${label} | ${values} |`)
  ].join("\n");
}
