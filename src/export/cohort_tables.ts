import {groupLabel} from "../publish/labels.ts";
import type {Program} from "../publish/programs.ts";
import {keyFields} from "./catalogue.ts";
import type {Cohort} from "./cohort.ts";
import type {CohortField} from "./fields.ts";
import {scoresTable} from "./scores_table.ts";
import type {Subject} from "./subject.ts";
import type {Surrogates} from "./surrogates.ts";
import type {Field, Table, Value} from "./table.ts";

/**
 * The tables of a cohort: the episodes, and in the long shape their scores. Rows are in the order of their random keys, which
 * tells nothing.
 */
export function cohortTables(
  cohort: Pick<Cohort, "definition" | "columns">,
  {chosen, programs}: {readonly chosen: readonly Subject[]; readonly programs: readonly Program[]},
  surrogates: Surrogates
): Table[] {
  const keyed = chosen
    .map((subject) => ({subject, key: surrogates.episodeOf(subject.episode)}))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const subjects = keyed.map(({subject}) => subject);
  const names = new Map(programs.map(({group, name}) => [group, name]));
  const labelOf = (name: string, code: string) =>
    (name === "program" ? names.get(code) : undefined) ?? groupLabel(name, code);
  const episodes = episodesTable(cohort.columns, subjects, surrogates, labelOf);
  return cohort.definition.shape === "long" ? [episodes, scoresTable(cohort, subjects, surrogates)] : [episodes];
}

type LabelOf = (field: string, code: string) => string;

function episodesTable(
  columns: readonly CohortField[],
  subjects: readonly Subject[],
  surrogates: Surrogates,
  labelOf: LabelOf
): Table {
  const fields = [...keyFields, ...columns];
  const rows = subjects.map((subject) => fields.map((field) => field.of(subject, surrogates)));
  return {
    name: "episodes",
    grain: "a stay of a person in a program, from admission to discharge",
    fields: fields.map((field, place) => declared(field, () => rows.map((row) => row[place] ?? null), labelOf)),
    primary_key: ["episode_id"],
    rows
  };
}

/** What the codebook says of a field; of open codes, those that occur. */
function declared(field: CohortField, values: () => Value[], labelOf: LabelOf): Field {
  const {
    levels,
    of: _of,
    harms: _harms,
    uses_item_9: _item9,
    instrument: _instrument,
    measure: _measure,
    ...rest
  } = field;
  if (levels !== "open") return {...rest, levels};
  const codes = [...new Set(values())].filter((value) => typeof value === "string").sort();
  return {...rest, levels: codes.map((code) => ({code, label: labelOf(field.name, code)}))};
}
