import type {Definition, Origin} from "../../src/explain/sql_lineage.ts";
import {paragraph} from "./layout.ts";
import type {MeasureReport} from "./measure_report.ts";

type Sql = MeasureReport["sql"];

/** The statements that count, as the build runs them. */
export function statementsInWords({counted_under, statements}: Sql): string[] {
  const shared = `Counted once, as ${counted_under}: both are made from the same counts.`;
  return [
    ...(counted_under === null ? [] : paragraph(shared)),
    ...statements.flatMap(({mart, sql}) => [`-- fills mart.${mart}`, ...sql.split("\n")].map((line) => `  ${line}`))
  ];
}

/** Each column that the measure names, every expression that decides it and where that comes from, where first met. */
export function columnsInWords({columns}: Sql): string[] {
  const seen = new Set<string>();
  return columns.flatMap(({table, column, words, definitions, origins}) => [
    ...paragraph(`${table}.${column}: ${words}`, "  ", "    "),
    ...definitions.flatMap((definition) => definitionInWords(definition, seen)),
    ...originsInWords(origins, seen)
  ]);
}

function definitionInWords({file, line, column, expression, comments}: Definition, seen: Set<string>): string[] {
  const place = `sql/warehouse/${file}:${line}`;
  const isKnown = seen.has(`${place} ${column}`);
  seen.add(`${place} ${column}`);
  if (isKnown) return [];
  const [first = "", ...more] = `${expression} as ${column}`.split("\n");
  // what goes on below stands as far in as it does in the file, seen from its own least
  const least = Math.min(...more.map((text) => text.length - text.trimStart().length));
  const lines = [...comments.map((text) => `-- ${text}`), first, ...more.map((text) => text.slice(least))];
  return [`    ${place}`, ...lines.map((text) => `      ${text}`)];
}

/** What deliveries and the declarations of instruments bring into it. */
function originsInWords(origins: readonly Origin[], seen: Set<string>): string[] {
  const names = origins.map(({table, column}) => `${table}.${column.replace(/^item_\d+$/, "item_1 to item_20")}`);
  const news = [...new Set(names)].filter((name) => !seen.has(name));
  for (const name of news) seen.add(name);
  return news.length === 0 ? [] : paragraph(`from ${news.join(", ")}`, "    ", "      ");
}
