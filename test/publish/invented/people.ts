import type {Random} from "../../../src/statistics/random.ts";

/** An invented episode, with what its figures are made of. */
export interface Person {
  readonly program: string;
  readonly payer: string;
  readonly admitted: Month;
  /** Null while in treatment. */
  readonly discharged: Month | null;
  readonly reason: "completed" | "transferred" | "dropped_out";
  /** Days from admission to the last session. */
  readonly stay: number;
  readonly baseline: number | null;
  readonly last: number | null;
  /** Sessions attended and missed, by month. */
  readonly sessions: Readonly<Record<Month, readonly [attended: number, missed: number]>>;
}

/** Of a program. */
export function siteOf(program: string): string {
  return program <= "b" ? "north" : "south";
}

/** Of a program. */
export function levelOf(program: string): string {
  return program === "c" ? "php" : "iop";
}

/** "2025-03" */
export type Month = string;

/** What a small organisation is like. */
export interface Clinic {
  readonly programs: readonly string[];
  readonly payers: readonly string[];
  readonly months: readonly Month[];
}

export function drawClinic(random: Random): Clinic {
  const first = random.between(1, 14);
  return {
    programs: ["a", "b", "c", "d"].slice(0, random.between(2, 4)),
    payers: ["medicaid", "commercial", "other"].slice(0, random.between(2, 3)),
    months: Array.from({length: random.between(3, 8)}, (_, index) => monthOf(first + index))
  };
}

/** Months of 2025 and 2026, from 1. */
function monthOf(index: number): Month {
  return `${index > 12 ? 2026 : 2025}-${String(((index - 1) % 12) + 1).padStart(2, "0")}`;
}

export function drawPerson(random: Random, {programs, payers, months}: Clinic): Person {
  const from = random.between(0, months.length - 1);
  const to = Math.min(months.length - 1, from + random.between(0, 2));
  const discharged = random.chance(0.85) ? (months[to] ?? null) : null;
  const baseline = random.chance(0.85) ? random.between(5, 24) : null;
  return {
    // large and small groups, so that there is something to hide
    program: pickUneven(random, programs),
    payer: pickUneven(random, payers),
    admitted: months[from] ?? "2025-01",
    discharged,
    reason: random.pick(["completed", "completed", "completed", "transferred", "dropped_out"] as const),
    stay: random.between(1, 110),
    baseline,
    last: discharged !== null && baseline !== null && random.chance(0.8) ? random.between(0, 24) : null,
    sessions: Object.fromEntries(
      months.slice(from, to + 1).map((month) => [month, [random.between(1, 6), random.between(0, 2)] as const])
    )
  };
}

function pickUneven<Item>(random: Random, items: readonly Item[]): Item {
  const index = Math.min(random.between(0, items.length - 1), random.between(0, items.length - 1));
  return items[index] as Item;
}

/** What may become of a few people between two releases. */
export const corrections = {
  added: (random, clinic) => () => [drawPerson(random, clinic)],
  removed: () => () => [],
  completed_after_all: () => (person) => [
    {...person, reason: person.reason === "dropped_out" ? "completed" : "dropped_out"}
  ],
  transferred_after_all: () => (person) => [
    {...person, reason: person.reason === "transferred" ? "completed" : "transferred"}
  ],
  discharged:
    (random, {months}) =>
    (person) => [
      person.discharged === null
        ? {...person, discharged: months.at(-1) ?? null, reason: random.pick(["completed", "dropped_out"] as const)}
        : {...person, discharged: null, last: null}
    ],
  moved_to_another_program:
    (random, {programs}) =>
    (person) => [{...person, program: random.pick(programs)}],
  moved_to_another_month:
    (random, {months}) =>
    (person) => [{...person, discharged: person.discharged === null ? null : random.pick(months)}],
  paid_by_another:
    (random, {payers}) =>
    (person) => [{...person, payer: random.pick(payers)}],
  another_score: (random) => (person) => [
    {...person, last: person.baseline === null || person.discharged === null ? null : random.between(0, 24)}
  ],
  not_measured_after_all: () => (person) => [{...person, last: null}],
  another_stay: (random) => (person) => [{...person, stay: random.between(1, 110)}],
  another_session: (random) => (person) => {
    const [month] = Object.keys(person.sessions);
    if (month === undefined) return [person];
    const [attended, missed] = person.sessions[month] ?? [0, 0];
    const now = random.chance(0.5) ? ([attended + 1, missed] as const) : ([attended, missed + 1] as const);
    return [{...person, sessions: {...person.sessions, [month]: now}}];
  }
} as const satisfies Readonly<
  Record<string, (random: Random, clinic: Clinic) => (person: Person) => readonly Person[]>
>;

export type Correction = keyof typeof corrections;
export const kinds = Object.keys(corrections) as Correction[];

/** The people with some of them corrected, each in one way; somebody added comes at the end. */
export function correct(
  random: Random,
  clinic: Clinic,
  people: readonly Person[],
  chosen: readonly Correction[]
): Person[] {
  const after: (readonly Person[])[] = people.map((person) => [person]);
  for (const kind of chosen) {
    const change = corrections[kind](random, clinic);
    const index = random.between(0, people.length - 1);
    const person = people[index];
    if (person === undefined) continue;
    if (kind === "added") after.push(change(person));
    else after[index] = change(person);
  }
  return after.flat();
}
