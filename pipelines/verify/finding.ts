import type {Difference} from "../../src/ledger/read_ledger.ts";

/** What was verified. */
export interface Finding {
  readonly what: "ledger" | "exports" | "export" | "release" | "re-run";
  /** File, folder or name. */
  readonly subject: string;
  /** What is as it was written, in words and counts. */
  readonly found: string;
  /** The first thing that is not as it was written. */
  readonly difference: Difference | null;
  /** What is no edit but worth knowing. */
  readonly notes: readonly string[];
}

export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}

/** The same for people: what is whole, what is to be known, and where something differs. */
export function inWords(findings: readonly Finding[]): string {
  return findings.flatMap(linesOf).join("\n");
}

function linesOf({what, subject, found, difference, notes}: Finding): string[] {
  const label = `${what[0]?.toUpperCase()}${what.slice(1)}`.padEnd(10);
  return [
    `${label} ${subject}${difference === null ? `: ${found}` : ""}`,
    ...(difference === null
      ? []
      : [`  differs  ${difference.place}: expected ${difference.expected}, found ${difference.found}`]),
    ...notes.map((note) => `  note     ${note}`)
  ];
}
