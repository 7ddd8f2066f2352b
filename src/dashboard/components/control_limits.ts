import type {RowOf} from "../published.ts";
import {formatPeriod, formatValue} from "./format.ts";
import {upperFirst} from "./words.ts";

type SpcRow = RowOf<"spc">;

/** Rows of a control chart between two new starts; they share average and limits. */
interface Segment {
  first: SpcRow;
  last: SpcRow;
}

/** What the lines of a control chart rest on, and its signals, a sentence each; nothing where there is no chart. */
export function controlWords(rows: readonly SpcRow[], unit: string): string[] {
  return [...segments(rows).map((segment) => segmentWords(segment, unit)), ...signalWords(rows)];
}

/** The signal of a point in words: "seven in a row on one side of the average: improvement". */
export function signalLabel(signal: string): string {
  const [rule = "", meaning] = signal.split(": ");
  const words = ruleWords[rule] ?? rule;
  return meaning === undefined || meaning === "neutral" ? words : `${words}: ${meaning}`;
}

const ruleWords: Readonly<Record<string, string>> = {
  outside_limits: "outside the limits",
  trend: "seven in a row going one way",
  two_of_three: "two of three near one limit",
  shift: "seven in a row on one side of the average"
};

function segments(rows: readonly SpcRow[]): Segment[] {
  const found: Segment[] = [];
  for (const row of rows) {
    const current = found.at(-1);
    if (current === undefined || row.event !== "" || !sameLimits(current.last, row))
      found.push({first: row, last: row});
    else current.last = row;
  }
  return found;
}

function sameLimits(one: SpcRow, other: SpcRow): boolean {
  return one.centre === other.centre && one.lower_limit === other.lower_limit && one.upper_limit === other.upper_limit;
}

function segmentWords({first, last}: Segment, unit: string): string {
  const limits = `limits ${shown(first.lower_limit, unit)} to ${shown(first.upper_limit, unit)}`;
  const when =
    first === last ? formatPeriod(first.period) : `${formatPeriod(first.period)} to ${formatPeriod(last.period)}`;
  const basis = basisWords[first.limits];
  return `${upperFirst(when)}: average ${shown(first.centre, unit)}, ${limits}${basis === undefined ? "" : `; ${basis}`}.`;
}

const basisWords: Readonly<Record<string, string>> = {
  frozen: "frozen: they rest on the first points and do not move with new ones",
  trial: "trial limits: too few points yet, so they still move with each new one"
};

/** "Signal, outside the limits: concern: 2025 Q1, 2025 Q2." */
export function signalWords(rows: readonly SpcRow[]): string[] {
  const signals = Map.groupBy(
    rows.filter(({signal}) => signal !== ""),
    ({signal}) => signal
  );
  return [...signals].map(([signal, marked]) => {
    const periods = marked.map(({period}) => formatPeriod(period)).join(", ");
    return `Signal (diamond), ${signalLabel(signal)}: ${periods}.`;
  });
}

function shown(value: number | null, unit: string): string {
  return value === null ? "not estimable" : formatValue(value, unit);
}
