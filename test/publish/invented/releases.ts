import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Warehouse} from "../../../src/database/warehouse.ts";
import {measures as everyMeasure} from "../../../src/measures/index.ts";
import type {Measure} from "../../../src/measures/measure.ts";
import {type Counted, protect} from "../../../src/publish/counted.ts";
import {toCsv} from "../../../src/publish/csv.ts";
import {definitionsOf, entryOf, type HistoryEntry, historyOf, type ShownRelease} from "../../../src/publish/history.ts";
import {releaseTables} from "../../../src/publish/release_tables.ts";
import {publishedColumns} from "../../../src/publish/tables.ts";
import {readNaturalCourse} from "../../../src/reference/natural_course.ts";
import {defaultSettings, type Settings} from "../../../src/settings.ts";
import {countPeople} from "./counted_people.ts";
import type {Person} from "./people.ts";

const wanted = [
  "completion",
  "completion_or_transfer",
  "phq9_change",
  "phq9_effect_size",
  "phq9_reliable_improvement",
  "phq9_response",
  "attendance",
  "no_show",
  "length_of_stay"
];
/** A proportion and one around it, a change and shares of it, two ratios of the same sessions, a median. */
export const measures = measuresOf(wanted);
/** How long people stay, with curves. */
export const timedMeasures = measuresOf(["completion", "time_in_program", "planned_exit", "unplanned_exit"]);
export const settings: Settings = {...defaultSettings, crossed_breakdowns: ["program+payer"]};

function measuresOf(ids: readonly string[]): Measure[] {
  return everyMeasure.filter(({id}) => ids.includes(id));
}

/** Rows of a release as somebody reads them in its CSV files, by table, and of which date. */
export interface Published {
  readonly as_of: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly programs: Counted["programs"];
}

/** All results as they were counted, as if nobody had to be protected. */
export function publishUnprotected(people: readonly Person[], as_of: string, own = measures): Published {
  const {programs, results} = countPeople(people, {measures: own, settings, as_of});
  return {as_of, programs, tables: asRead({results})};
}

/** Releases of the same organisation, one after the other, each held against those before it, unless they are forgotten. */
export class Releases {
  readonly measures: readonly Measure[];
  readonly #entries: HistoryEntry[] = [];
  #last: ShownRelease | null = null;
  readonly #forgets: boolean;

  constructor(own = measures, {forgets = false} = {}) {
    this.measures = own;
    this.#forgets = forgets;
  }

  /** Publishes what is known of some people on a date. */
  async publish(people: readonly Person[], as_of: string): Promise<Published> {
    const {measures} = this;
    const definitions = definitionsOf(measures, settings);
    const history = historyOf(this.#entries, this.#last, definitions);
    const counted = countPeople(people, {measures, settings, as_of});
    const shown = protect(counted, {measures, settings}, history);
    const tables = await releaseTables(nobodyElse, counted, shown, {
      ...{measures, settings, as_of, suffix: "", natural: await natural},
      earlier: history.shown
    });
    if (!this.#forgets) {
      this.#entries.push(asWritten(entryOf(history, shown.counts)));
      this.#last = asWritten({definitions, tables});
    }
    return {as_of, tables: asRead(tables), programs: counted.programs};
  }
}

function asWritten<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** By way of the text of files. */
function asRead(tables: Readonly<Record<string, readonly object[]>>): Published["tables"] {
  const read = Object.entries(tables).map(([name, rows]) => {
    const text = toCsv(rows, publishedColumns[name as keyof typeof publishedColumns]);
    return [name, parse<Record<string, string>>(text, {columns: true})];
  });
  return Object.fromEntries(read);
}

/** Case mix is counted by the warehouse: here there is none. */
const nobodyElse = {query: async () => []} as unknown as Warehouse;

const natural = readNaturalCourse(join(import.meta.dirname, "../../../data/reference/natural_course.yaml"));
