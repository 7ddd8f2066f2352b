import type {Value} from "../table.ts";
import {type Cohort, placeOf} from "./cohort.ts";
import type {Demand} from "./options.ts";

/** Values of the quasi-identifiers, in their order; undefined where the table of the row has no such column. */
export type Tuple = readonly (Value | undefined)[];

/** Who cannot be told apart by the quasi-identifiers: all have the same set of tuples. */
export interface EquivalenceClass {
  readonly tuples: readonly Tuple[];
  /** Persons, or episodes where these are not linked. */
  readonly members: ReadonlySet<Value>;
  /** By person, the values of each sensitive column that are not empty. */
  readonly persons: ReadonlyMap<Value, readonly ReadonlySet<Value>[]>;
}

/** What is known of one member while rows are read. */
interface Member {
  readonly person: Value;
  /** By episode, since rows of one episode say the same again. */
  readonly tuples: Map<Value, Map<string, Tuple>>;
  readonly readings: readonly Set<Value>[];
}

/**
 * The classes of a cohort. Whoever knows a person knows all of that person's episodes, so the class of a person is the set of
 * tuples over all of them, and each class counts persons, not rows. Where episodes are not linked, each is in the class of its own
 * tuple, and the class still counts the persons who had them. An empty quasi-identifier is a value like any other. Rows of a
 * second table that repeat a part of an episode's tuple add nothing to it.
 */
export function classesOf(cohort: Cohort, demand: Demand): EquivalenceClass[] {
  const members = readMembers(cohort, demand);
  const classes = new Map<string, {tuples: readonly Tuple[]; members: Set<Value>; persons: Persons}>();
  for (const [id, {person, tuples, readings}] of members) {
    const {key, distinct} = signatureOf([...tuples.values()].flatMap((own) => fullest([...own.values()])));
    const own = classes.get(key) ?? {tuples: distinct, members: new Set(), persons: new Map()};
    classes.set(key, own);
    own.members.add(id);
    addPerson(own.persons, person, readings);
  }
  return [...classes.values()];
}

/** The classes after one quasi-identifier, by its place among them, was made coarser. */
export function joinClasses(
  classes: readonly EquivalenceClass[],
  coarser: {readonly place: number; readonly value: (value: Value) => Value}
): EquivalenceClass[] {
  const joined = new Map<string, {tuples: readonly Tuple[]; members: Set<Value>; persons: Persons}>();
  for (const {tuples, members, persons} of classes) {
    const {key, distinct} = signatureOf(
      tuples.map((tuple) =>
        tuple.map((value, place) => (place === coarser.place && value !== undefined ? coarser.value(value) : value))
      )
    );
    const own = joined.get(key) ?? {tuples: distinct, members: new Set(), persons: new Map()};
    joined.set(key, own);
    for (const member of members) own.members.add(member);
    for (const [person, readings] of persons) addPerson(own.persons, person, readings);
  }
  return [...joined.values()];
}

type Persons = Map<Value, readonly Set<Value>[]>;

function addPerson(persons: Persons, person: Value, readings: readonly ReadonlySet<Value>[]): void {
  const own = persons.get(person) ?? readings.map(() => new Set<Value>());
  persons.set(person, own);
  for (const [index, values] of readings.entries()) for (const value of values) own[index]?.add(value);
}

function readMembers({tables, person_of}: Cohort, demand: Demand): Map<Value, Member> {
  const members = new Map<Value, Member>();
  for (const table of tables) {
    const person = placeOf(demand.person, table);
    const episode = placeOf(demand.episode, table);
    const places = demand.quasi_identifiers.map((name) => placeOf(name, table));
    const sensitive = demand.sensitive.map(({field}) => placeOf(field, table));
    for (const row of table.rows) {
      const id = row[person] ?? null;
      const member = members.get(id) ?? {
        person: person_of === null ? id : (person_of.get(id) ?? id),
        tuples: new Map(),
        readings: sensitive.map(() => new Set<Value>())
      };
      members.set(id, member);
      for (const [index, place] of sensitive.entries()) {
        const value = row[place] ?? null;
        if (value !== null) member.readings[index]?.add(value);
      }
      const tuple = places.map((place) => (place < 0 ? undefined : (row[place] ?? null)));
      if (tuple.every((value) => value === undefined)) continue;
      const of = row[episode] ?? null;
      const own = member.tuples.get(of) ?? new Map<string, Tuple>();
      member.tuples.set(of, own);
      own.set(keyOf(tuple), tuple);
    }
  }
  return members;
}

/** Without the tuples that another one of the episode contains. */
function fullest(tuples: readonly Tuple[]): Tuple[] {
  return tuples.filter((part, index) => !tuples.some((whole, other) => other !== index && contains(whole, part)));
}

function contains(whole: Tuple, part: Tuple): boolean {
  return part.every((value, place) => value === undefined || value === whole[place]);
}

function signatureOf(tuples: readonly Tuple[]): {key: string; distinct: readonly Tuple[]} {
  const byKey = new Map(tuples.map((tuple) => [keyOf(tuple), tuple]));
  const keys = [...byKey.keys()].sort();
  return {key: keys.join("\n"), distinct: keys.map((key) => byKey.get(key) ?? [])};
}

function keyOf(tuple: Tuple): string {
  return tuple.map((value) => (value === undefined ? "" : JSON.stringify(value))).join(",");
}
