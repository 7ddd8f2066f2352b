import type {Row} from "../../src/explain/facts.ts";
import {table} from "./layout.ts";

/** The rows that an explanation leans on, numbered in the order in which it mentions them. */
export class Footnotes {
  readonly #rows: Row[] = [];
  readonly #numbers = new Map<string, number>();

  /** " [1]", " [2, 4-7]"; nothing without rows. */
  cite(rows: readonly Row[]): string {
    const numbers = [...new Set(rows.map((row) => this.#numberOf(row)))].sort((a, b) => a - b);
    const runs: [first: number, last: number][] = [];
    for (const number of numbers) {
      const run = runs.at(-1);
      if (run !== undefined && run[1] === number - 1) run[1] = number;
      else runs.push([number, number]);
    }
    const cited = runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
    return cited === "" ? "" : ` [${cited}]`;
  }

  /** One line a row: its file, key and date, and the delivery and line that state it. */
  lines(): string[] {
    return table(this.#rows.map((row, index) => [`[${index + 1}]`, inWords(row)] as const));
  }

  #numberOf(row: Row): number {
    const key = `${row.file} ${row.key}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#rows.push(row);
    this.#numbers.set(key, this.#rows.length);
    return this.#rows.length;
  }
}

function inWords({file, key, on, delivered_on, sequence, line}: Row): string {
  const order = sequence === null || sequence === 0 ? "" : `, sequence ${sequence}`;
  const stated = delivered_on === null ? "" : `; delivery of ${delivered_on}${order}, line ${line}`;
  return `${file} ${key}${on === null ? "" : `, ${on}`}${stated}`;
}
