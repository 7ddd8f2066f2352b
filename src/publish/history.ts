import {createHash} from "node:crypto";
import type {Warehouse} from "../database/warehouse.ts";
import {type ProfileName, profiles} from "../disclosure/profile.ts";
import {ShownNumbers, type WrittenNumbers} from "../disclosure/shown_numbers.ts";
import {UserError} from "../errors.ts";
import {setsOf} from "../measures/count_sets.ts";
import type {Measure} from "../measures/measure.ts";
import type {Settings} from "../settings.ts";
import {pack, unpack} from "./packed.ts";
import {type KnownCount, type MeasuredSets, ToldCounts, type WrittenCounts} from "./told_counts.ts";

/** Rows of the last release by table, as objects. */
export type ShownTables = Readonly<Record<string, readonly object[]>>;

/** What was ever published. */
export interface History {
  /** The disclosure profile that a release is held to now. */
  readonly profile: ProfileName;
  readonly told: ToldCounts;
  readonly numbers: ShownNumbers;
  /** Of the last release, what may be shown again: rows of measures that have not changed since, under the same profile. */
  readonly shown: ShownTables;
  /** Rows that the audit of the last release hid, each with what it would have told. */
  readonly hidden: ReadonlySet<string>;
  /** Of measures that count other sets than they ever did. */
  readonly sets: MeasuredSets;
  /** Whether nothing was ever published. */
  readonly is_empty: boolean;
}

/** What a release adds to history. */
export interface HistoryEntry {
  /** The disclosure profile that it was published under; cms11 before there were others. */
  readonly profile?: ProfileName;
  readonly counts: WrittenCounts;
  readonly numbers: WrittenNumbers;
  /** Of measures that count other sets than before. */
  readonly sets: MeasuredSets;
}

/** What rows rest on: the disclosure profile, and a hash of each measure with the settings that it names. */
export interface Definitions {
  readonly profile: ProfileName;
  readonly measures: Readonly<Record<string, string>>;
  readonly sets: MeasuredSets;
}

/** The rows of a release, to be shown again. */
export interface ShownRelease {
  readonly definitions: Definitions;
  readonly tables: ShownTables;
  /** Rows that the audit hid; none in a history that was written without one. */
  readonly hidden?: readonly string[];
}

/** What a change of would change counts of the same data. */
export function definitionsOf(measures: readonly Measure[], settings: Settings): Definitions {
  const hashes = measures.map(({id, version, parameters}) => [
    id,
    hashOf([id, version, parameters.map((name) => [name, settings[name]])])
  ]);
  const sets = measures.map((measure) => {
    const {units, denominator, numerator} = setsOf(measure);
    return [measure.id, [units, denominator, numerator].map((set) => set?.id ?? "")];
  });
  return {
    profile: settings.disclosure_profile,
    measures: {...Object.fromEntries(hashes), [noMeasure]: hashOf([settings.prorate])},
    sets: Object.fromEntries(sets)
  };
}

/** Rows that belong to no measure. */
const noMeasure = "";

/** Reads the history of releases. Throws a UserError where they were published exact and this one is to be rounded, or the reverse. */
export async function readHistory(warehouse: Warehouse, definitions: Definitions): Promise<History> {
  const told = await warehouse.query<{counts: string}>("select counts from history.told order by sequence");
  const [shown] = await warehouse.query<{tables: string}>("select tables from history.shown");
  const entries = told.map(({counts}) => unpack<HistoryEntry>(counts));
  requireOneForm(entries, definitions.profile);
  return historyOf(entries, shown === undefined ? null : unpack<ShownRelease>(shown.tables), definitions);
}

/** The history of releases that added these entries, oldest first. */
export function historyOf(
  entries: readonly HistoryEntry[],
  last: ShownRelease | null,
  definitions: Definitions
): History {
  const told = new ToldCounts();
  for (const {profile, counts, sets} of entries) {
    told.add(counts, profile);
    told.countFrom(sets);
  }
  return {
    profile: definitions.profile,
    told,
    sets: told.countFrom(definitions.sets),
    numbers: new ShownNumbers(entries.map(({numbers}) => numbers)),
    shown: last === null ? {} : stillDefined(last, definitions),
    hidden: new Set(last?.hidden),
    is_empty: entries.length === 0 && last === null
  };
}

/** What a release that tells these counts adds to the history before it. */
export function entryOf({profile, told, numbers, sets}: History, counts: readonly KnownCount[]): HistoryEntry {
  return {profile, counts: told.changesIn(counts), numbers: numbers.added, sets};
}

/** Writes what a release tells, before it is published: whatever happens then, what may have been seen is on record. */
export async function recordHistory(
  warehouse: Warehouse,
  {as_of, entry, shown}: {readonly as_of: string; readonly entry: HistoryEntry; readonly shown: ShownRelease}
): Promise<void> {
  const definition = hashOf(shown.definitions);
  const {counts, numbers, sets} = entry;
  await warehouse.transaction(async () => {
    if ([counts, numbers, sets].some((part) => Object.keys(part).length > 0))
      await warehouse.query(
        `insert into history.told (sequence, as_of, definition, counts)
         select coalesce(max(sequence), 0) + 1, $1::date, $2, $3 from history.told`,
        [as_of, definition, pack(entry)]
      );
    await warehouse.query("delete from history.shown");
    await warehouse.query("insert into history.shown (definition, tables) values ($1, $2)", [definition, pack(shown)]);
  });
}

/** Rounded beside exact counts of the same people would tell small ones: 5 and 100 of 101, for instance. */
function requireOneForm(entries: readonly HistoryEntry[], profile: ProfileName): void {
  const isRounded = (name: ProfileName) => profiles[name].base > 1;
  const before = entries.map((entry) => entry.profile ?? "cms11");
  const other = before.find((name) => isRounded(name) !== isRounded(profile));
  if (other === undefined) return;
  const found = isRounded(profile) ? "exact" : "rounded";
  throw new UserError(
    "disclosure",
    `disclosure_profile: expected ${other}, by which releases were published, found ${profile}`,
    {hint: `${found} counts are out already: exact and rounded ones of the same people together tell small counts`}
  );
}

function stillDefined({definitions, tables}: ShownRelease, now: Definitions): ShownTables {
  if (definitions.profile !== now.profile) return {};
  const isSame = (row: object) => {
    const name = "measure" in row && String(row.measure) in now.measures ? String(row.measure) : noMeasure;
    return definitions.measures[name] === now.measures[name];
  };
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.filter(isSame)]));
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
