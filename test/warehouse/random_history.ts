import fc from "fast-check";
import {addDays} from "../second_reading/days.ts";
import {type RandomCases, randomCases} from "../second_reading/random_statement.ts";
import type {ReadingSettings, Statement} from "../second_reading/rows.ts";
import type {Delivery, Said} from "./fold_deliveries.ts";
import {type FileName, fileNames} from "./load_statement.ts";

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
  readonly source: number;
  /** Night whose as-of date it is dated by. */
  readonly dated: number;
  /** Nights that it comes late; before its date when negative. */
  readonly late: number;
  readonly mode: Delivery["mode"];
}

/** What one delivery says of a row: as it is, with the values of its neighbour or of another statement, or that it is gone. */
interface Telling {
  readonly delivery: number;
  readonly says: "row" | "neighbour" | "other" | "nothing";
}

const keys: Readonly<Record<FileName, string>> = {
  programs: "program_key",
  clients: "client_key",
  referrals: "referral_key",
  episodes: "episode_key",
  sessions: "session_key",
  assessments: "assessment_key",
  followups: "followup_key"
};

const deliveryPlan: fc.Arbitrary<DeliveryPlan> = fc.record({
  source: fc.constantFrom(0, 0, 1),
  dated: fc.nat(4),
  late: fc.constantFrom(0, 0, 0, 1, 2, -1),
  mode: fc.constantFrom<Delivery["mode"]>("delta", "delta", "delta", "full")
});

const tellings: fc.Arbitrary<Telling[]> = fc.array(
  fc.record({
    delivery: fc.nat(6),
    says: fc.constantFrom<Telling["says"][]>("row", "row", "row", "neighbour", "other", "nothing")
  }),
  {minLength: 1, maxLength: 3}
);

/** Rows stated, corrected, moved, deleted and withdrawn over a few nights, by deliveries of which some come late. */
export function randomHistory(): fc.Arbitrary<History> {
  return fc
    .record({
      cases: randomCases(2),
      gaps: fc.array(fc.constantFrom(0, 1, 1, 2, 7, 14, 28), {minLength: 2, maxLength: 4}),
      deliveries: fc.array(deliveryPlan, {minLength: 3, maxLength: 7}),
      scripts: fc.array(tellings, {minLength: 7, maxLength: 31})
    })
    .map(({cases, gaps, deliveries, scripts}) => {
      const nights = nightsFrom(cases.as_of, gaps);
      const arrivals = deliveries.map((plan, index) => plannedArrival(plan, index, nights));
      fillIn(arrivals, cases, scripts);
      return {settings: cases.settings, nights, arrivals};
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
  const delivered_on = nights[night] ?? "";
  return {source: source === 0 ? "northside" : "southside", delivered_on, sequence, mode, arrives, said: [] as Said[]};
}

/** Lets the deliveries tell every row of the first statement by its script; scripts are used again and again. */
function fillIn(arrivals: {source: string; said: Said[]}[], {statements}: RandomCases, scripts: Telling[][]): void {
  const [first, other = first] = statements;
  if (first === undefined || other === undefined) return;
  let row = 0;
  for (const file of fileNames) {
    first[file].forEach((own, index) => {
      const from = arrivals.filter(({source}) => source === own.source);
      for (const {delivery, says} of scripts[row++ % scripts.length] ?? []) {
        from[delivery % from.length]?.said.push(told(file, index, says, [first, other]));
      }
    });
  }
}

function told(file: FileName, index: number, says: Telling["says"], [first, other]: [Statement, Statement]): Said {
  const own = first[file][index] as unknown as Record<string, string>;
  const keyColumn = keys[file];
  const key = own[keyColumn] ?? "";
  const pool = says === "other" ? other[file] : first[file];
  const values = says === "row" ? own : (pool[(index + 1) % pool.length] ?? own);
  return {file, key, row: says === "nothing" ? null : {...values, source: own.source, [keyColumn]: key}};
}
