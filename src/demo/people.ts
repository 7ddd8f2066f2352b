import {Random} from "../statistics/random.ts";
import {keyOf} from "./keys.ts";
import type {Program} from "./programs.ts";

/** A synthetic person. By design nothing here changes an outcome: differences between these groups are chance. */
export interface Client {
  readonly client_key: string;
  readonly birth_year: number | null;
  readonly sex: string;
  readonly gender: string;
  readonly race: string;
  readonly ethnicity: string;
  readonly language: string;
  readonly zip3: string;
  readonly veteran: string;
}

/** Draws the person of a number; adults of 18 to 79 in the year of the first contact. */
export function drawClient(seed: number, number: number, year: number): Client {
  const random = new Random(seed, "client", number);
  const sex = random.choose(sexes);
  return {
    client_key: keyOf("c", number),
    birth_year: random.chance(0.01) ? null : year - random.between(18, random.chance(0.75) ? 45 : 79),
    sex,
    gender: drawGender(random, sex),
    race: drawRace(random),
    ethnicity: random.choose(ethnicities),
    language: random.choose(languages),
    zip3: random.pick(unassignedZip3),
    veteran: random.choose(veterans)
  };
}

/** What an episode carries about its person's situation. */
export interface Circumstances {
  readonly payer: string;
  readonly referral_source: string;
  readonly diagnosis_group: string;
  readonly co_occurring_sud: string;
  readonly part2: string;
}

export function drawCircumstances(random: Random, program: Program): Circumstances {
  const dual = program.population === "dual";
  return {
    payer: random.choose(dual ? payersDual : payers),
    referral_source: random.choose(dual ? referrersDual : referrers),
    diagnosis_group: random.choose(dual ? diagnosesDual : diagnoses),
    co_occurring_sud: random.chance(0.03) ? "unknown" : random.chance(dual ? 0.96 : 0.18) ? "yes" : "no",
    part2: dual ? "yes" : "no"
  };
}

function drawGender(random: Random, sex: string): string {
  if (random.chance(0.03)) return random.pick(["nonbinary", "other", "declined"]);
  if (sex === "female") return "woman";
  return sex === "male" ? "man" : "unknown";
}

function drawRace(random: Random): string {
  const first = random.choose(races);
  if (first === "declined" || first === "unknown" || !random.chance(0.05)) return first;
  const second = random.choose(races);
  return second === first ? first : `${first};${second}`;
}

type Weights = readonly (readonly [string, number])[];

/** ZIP prefixes that the Postal Service has not assigned: nobody lives there. */
const unassignedZip3 = ["001", "002", "003", "004"];
const sexes: Weights = Object.entries({
  female: 58,
  male: 40,
  other: 1,
  unknown: 1
});
const ethnicities: Weights = Object.entries({
  not_hispanic: 76,
  hispanic: 17,
  declined: 4,
  unknown: 3
});
const languages: Weights = Object.entries({
  en: 88,
  es: 8,
  vi: 1,
  zh: 1,
  other: 1,
  unknown: 1
});
const veterans: Weights = Object.entries({no: 90, yes: 6, unknown: 4});
const races: Weights = Object.entries({
  white: 62,
  black: 16,
  asian: 7,
  american_indian: 3,
  native_hawaiian: 1,
  other: 6,
  declined: 3,
  unknown: 2
});
const payers: Weights = Object.entries({
  commercial: 52,
  medicaid: 26,
  medicare: 9,
  self_pay: 5,
  other: 5,
  unknown: 3
});
const payersDual: Weights = Object.entries({
  commercial: 28,
  medicaid: 52,
  medicare: 6,
  self_pay: 5,
  other: 5,
  unknown: 4
});
const referrers: Weights = Object.entries({
  self: 30,
  provider: 38,
  hospital: 22,
  school: 3,
  other: 5,
  unknown: 2
});
const referrersDual: Weights = Object.entries({
  self: 28,
  provider: 25,
  hospital: 18,
  court: 22,
  other: 5,
  unknown: 2
});
const diagnoses: Weights = Object.entries({
  depressive: 52,
  anxiety: 20,
  bipolar: 11,
  trauma: 10,
  psychotic: 3,
  ocd: 2,
  eating: 1,
  other: 1
});
const diagnosesDual: Weights = Object.entries({
  substance: 70,
  depressive: 14,
  trauma: 7,
  bipolar: 5,
  anxiety: 4
});
