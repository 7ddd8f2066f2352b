import {keyFields} from "./catalogue.ts";
import type {Cohort} from "./cohort.ts";
import type {CohortField} from "./fields.ts";
import {scoresTable} from "./scores_table.ts";
import type {Subject} from "./subject.ts";
import type {Surrogates} from "./surrogates.ts";
import type {Field, Level, Table, Value} from "./table.ts";

/**
 * The tables of a cohort: the episodes, and in the long shape their scores. Rows are in the order of their random keys, which
 * tells nothing.
 */
export function cohortTables(cohort: Cohort, chosen: readonly Subject[], surrogates: Surrogates): Table[] {
  const keyed = chosen
    .map((subject) => ({subject, key: surrogates.episodeOf(subject.episode)}))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const subjects = keyed.map(({subject}) => subject);
  const episodes = episodesTable(cohort.columns, subjects, surrogates);
  return cohort.definition.shape === "long" ? [episodes, scoresTable(cohort, subjects, surrogates)] : [episodes];
}

function episodesTable(columns: readonly CohortField[], subjects: readonly Subject[], surrogates: Surrogates): Table {
  const fields = [...keyFields, ...columns];
  const rows = subjects.map((subject) => fields.map((field) => field.of(subject, surrogates)));
  return {
    name: "episodes",
    grain: "a stay of a person in a program, from admission to discharge",
    fields: fields.map((field, place) => declared(field, () => rows.map((row) => row[place] ?? null))),
    primary_key: ["episode_id"],
    rows
  };
}

/** What the codebook says of a field; of open codes, those that occur. */
function declared(field: CohortField, values: () => Value[]): Field {
  const {
    levels,
    of: _of,
    harms: _harms,
    uses_item_9: _item9,
    instrument: _instrument,
    measure: _measure,
    ...rest
  } = field;
  return {...rest, levels: levels === "open" ? occurring(field.name, values()) : levels};
}

function occurring(name: string, values: readonly Value[]): Level[] {
  const codes = [...new Set(values)].filter((value) => typeof value === "string").sort();
  return codes.map((code) => ({code, label: name === "language" ? languageOf(code) : code}));
}

const languages = new Intl.DisplayNames("en", {type: "language", fallback: "code"});

function languageOf(code: string): string {
  return /^[a-z]{2}$/.test(code) ? (languages.of(code) ?? code) : code;
}
