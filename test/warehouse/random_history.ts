import fc from "fast-check";
import {addDays} from "../second_reading/days.ts";
import {randomCases} from "../second_reading/random_statement.ts";
import type {ReadingSettings, Statement} from "../second_reading/rows.ts";
import type {Delivery, Said} from "./fold_deliveries.ts";
import {crowd} from "./join_statements.ts";
import {type FileName, fileNames, keyColumns} from "./load_statement.ts";

/** A delivery and the night on which it is there for the first time. */
export interface Arrival extends Delivery {
  readonly arrives: number;
}

export interface History {
  readonly settings: ReadingSettings;
  /** As-of dates of the nights, in order; some twice. */
  readonly nights: readonly string[];
  readonly arrivals: readonly Arrival[];
}

interface DeliveryPlan {
  readonly source: string;
  /** Night whose as-of date it is dated by. */
  readonly dated: number;
  /** Nights that it comes late; before its date when negative. */
  readonly late: number;
  readonly mode: Delivery["mode"];
}

/** What a later delivery says of a row: as it is, with the values of another row of its file, or that it is gone. */
interface Telling {
  readonly delivery: number;
  readonly says: "row" | "neighbour" | "stranger" | "nothing";
}

const firstDeliveries: readonly DeliveryPlan[] = ["northside", "southside"].map((source) => ({
  source,
  dated: 0,
  late: 0,
  mode: "delta"
}));

const laterDelivery: fc.Arbitrary<DeliveryPlan> = fc.record({
  source: fc.constantFrom("northside", "northside", "southside"),
  dated: fc.nat(4),
  late: fc.constantFrom(0, 0, 0, 1, 2, -1),
  mode: fc.constantFrom<Delivery["mode"]>("delta", "delta", "delta", "delta", "full")
});

const laterTelling: fc.Arbitrary<Telling> = fc.record({
  delivery: fc.nat(6),
  says: fc.constantFrom<Telling["says"][]>("row", "neighbour", "stranger", "nothing", "nothing")
});

const atOnce: Telling = {delivery: 0, says: "row"};

/** What is said of rows of which so many in a hundred are said late, corrected or deleted. */
function tellings(percent: number): fc.Arbitrary<Telling[]> {
  return fc.oneof(
    {weight: 100 - percent, arbitrary: fc.constant<Telling[]>([atOnce])},
    {weight: percent / 4, arbitrary: fc.array(laterTelling, {minLength: 1, maxLength: 2})},
    {weight: (3 * percent) / 4, arbitrary: laterTelling.map((later) => [atOnce, later])}
  );
}

/** Most rows are said once and first, so that a night speaks of few persons and must find the others that it changes. */
const scriptPlan = fc.record({
  parents: fc.array(tellings(24), {minLength: 20, maxLength: 60, size: "max"}),
  children: fc.array(tellings(8), {minLength: 40, maxLength: 120, size: "max"})
});

type ScriptPlan = typeof scriptPlan extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Rows stated, corrected, moved, deleted and withdrawn over a few nights, by deliveries of which some come late. */
export function randomHistory(): fc.Arbitrary<History> {
  return fc
    .record({
      cases: randomCases(4),
      gaps: fc.array(fc.constantFrom(0, 1, 1, 2, 7, 14, 28), {minLength: 2, maxLength: 4}),
      deliveries: fc.array(laterDelivery, {minLength: 2, maxLength: 6}),
      scripts: scriptPlan
    })
    .map(({cases: {as_of, settings, statements}, gaps, deliveries, scripts}) => {
      const nights = nightsFrom(as_of, gaps);
      const arrivals = [...firstDeliveries, ...deliveries].map((plan, index) => plannedArrival(plan, index, nights));
      fillIn(arrivals, crowd(statements), scripts);
      return {settings, nights, arrivals};
    });
}

function nightsFrom(first: string, gaps: readonly number[]): string[] {
  const nights = [first];
  for (const gap of gaps) nights.push(addDays(nights.at(-1) ?? first, gap));
  return nights;
}

/** Sequences are any whole numbers: some are past 32 bits. */
function plannedArrival({source, dated, late, mode}: DeliveryPlan, index: number, nights: readonly string[]) {
  const sequence = index % 2 === 0 ? index : 3_000_000_000 + index;
  const night = dated % nights.length;
  const arrives = Math.min(nights.length - 1, Math.max(0, night + late));
  return {source, delivered_on: nights[night] ?? "", sequence, mode, arrives, said: [] as Said[]};
}

/** Lets the deliveries tell every row by its script; scripts are used again and again. */
function fillIn(arrivals: {source: string; said: Said[]}[], statement: Statement, scripts: ScriptPlan): void {
  let row = 0;
  for (const file of fileNames) {
    const own = children.includes(file) ? scripts.children : scripts.parents;
    statement[file].forEach(({source}, index) => {
      const from = arrivals.filter((arrival) => arrival.source === source);
      for (const {delivery, says} of own[row++ % own.length] ?? []) {
        from[delivery % from.length]?.said.push(told(file, statement[file], index, says));
      }
    });
  }
}

const children: readonly FileName[] = ["sessions", "assessments", "followups"];
const distances = {row: 0, neighbour: 1, stranger: 7};

function told(file: FileName, rows: readonly object[], index: number, says: Telling["says"]): Said {
  const own = rows[index] as Record<string, string>;
  const keyColumn = keyColumns[file];
  const key = own[keyColumn] ?? "";
  if (says === "nothing") return {file, key, row: null};
  return {file, key, row: {...rows[(index + distances[says]) % rows.length], source: own.source, [keyColumn]: key}};
}
