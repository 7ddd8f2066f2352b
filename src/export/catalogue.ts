import {instruments} from "../instruments/index.ts";
import {measures} from "../measures/index.ts";
import {backgroundFields} from "./background_fields.ts";
import {dateFields} from "./date_fields.ts";
import {type CohortField, field} from "./fields.ts";
import {measureFields} from "./measure_fields.ts";
import {scoreFields, weekFields} from "./score_fields.ts";
import {stayFields} from "./stay_fields.ts";

const surrogate = "made at random for this export: it leads back to nothing, nor to another export";

/** In every table. */
export const keyFields: readonly CohortField[] = [
  field({
    name: "person_id",
    label: "Person",
    type: "string",
    derivation: surrogate,
    source: "clients.csv client_key",
    sensitivity: "key",
    of: ({episode}, {personOf}) => personOf(episode)
  }),
  field({
    name: "episode_id",
    label: "Episode",
    type: "string",
    derivation: surrogate,
    source: "episodes.csv episode_key",
    sensitivity: "key",
    of: ({episode}, {episodeOf}) => episodeOf(episode)
  })
];

/** Every column that a cohort may ask for, besides the keys, in the order of the documentation. */
export const catalogue: readonly CohortField[] = [
  ...backgroundFields,
  ...stayFields,
  ...dateFields,
  ...instruments.flatMap(scoreFields),
  ...instruments.flatMap(weekFields),
  ...measureFields(measures)
];

const byName = new Map(catalogue.map((one) => [one.name, one]));

/** The field of a name; undefined where there is none. */
export function fieldOf(name: string): CohortField | undefined {
  return byName.get(name);
}

export const dateFieldNames: ReadonlySet<string> = new Set(dateFields.map(({name}) => name));
