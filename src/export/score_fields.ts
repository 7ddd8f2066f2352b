import {type Instrument, ideationItemOf, maximumOf} from "../instruments/instrument.ts";
import {classifyChange} from "../statistics/reliable_change.ts";
import {type CohortField, coded, field, levelsOf} from "./fields.ts";
import {missingReasons, pickOf, reasonOf, type ScoredOccasion} from "./occasions.ts";
import type {Subject} from "./subject.ts";

/** Weeks since admission that a wide table has a column for, after week 0. */
export const lastWeek = 12;

const moments: readonly (readonly [ScoredOccasion, moment: string, when: string])[] = [
  ["baseline", "at admission", "closest to admission, from 14 days before to 7 days after"],
  ["end", "at the end", "the last after the baseline, up to 14 days after discharge"],
  ["followup", "at six months", "closest to day 180 after discharge, days 150 to 210"]
];

/** The scores by which measures of change judge an instrument, and the classes that a person's change falls into. */
export function scoreFields(instrument: Instrument): CohortField[] {
  return [
    ...moments.flatMap(([occasion, moment, when]) => scoreAt(instrument, occasion, moment, when)),
    reliableChangeOf(instrument),
    jacobsonTruaxOf(instrument)
  ];
}

/** Names of the fields that a request for an instrument brings, beside its weeks in a wide table. */
export function momentsOf({id}: Pick<Instrument, "id">): string[] {
  return moments.flatMap(([occasion]) => [`${id}_${occasion}`, `${id}_${occasion}_day`]);
}

/** The last score of each week since admission while in the program. */
export function weekFields(instrument: Instrument): CohortField[] {
  return Array.from({length: lastWeek + 1}, (_, week) =>
    field({
      name: `${instrument.id}_week_${week}`,
      label: `${instrument.label}, week ${week}`,
      unit: unitOf(instrument),
      derivation: `last score from day ${7 * week} to day ${7 * week + 6} after admission, up to discharge; empty where there is none`,
      source: sourceOf(instrument),
      instrument: instrument.id,
      of: (subject) =>
        rowsOf(subject, instrument).findLast(
          ({score, day, day_after}) => score !== null && Math.floor(day / 7) === week && (day_after ?? 0) <= 0
        )?.score ?? null
    })
  );
}

function scoreAt(instrument: Instrument, occasion: ScoredOccasion, moment: string, when: string): CohortField[] {
  const {id, label} = instrument;
  const name = `${id}_${occasion}`;
  const own = {source: sourceOf(instrument), instrument: id, missing_reason: `${name}_missing`};
  const item = ideationItemOf(instrument);
  return [
    field({
      ...own,
      name,
      label: `${label} ${moment}`,
      unit: unitOf(instrument),
      derivation: `the score ${when}; few items missing are prorated where the settings say so`,
      of: (subject) => pickOf(subject, id, occasion)?.score ?? null
    }),
    field({
      ...own,
      name: `${name}_day`,
      label: `Day of the ${label} ${moment}`,
      unit: "days since admission",
      derivation: `day of the score ${when}`,
      of: (subject) => pickOf(subject, id, occasion)?.day ?? null
    }),
    coded({
      ...own,
      name: `${name}_missing`,
      missing_reason: null,
      label: `Why there is no ${label} ${moment}`,
      levels: missingReasons,
      derivation: "as delivered, else from what is known of the episode; empty where there is a score",
      of: (subject) => reasonOf(subject, id, occasion)
    }),
    ...(item === null || occasion === "followup" ? [] : [item9At(instrument, item, occasion, moment)])
  ];
}

function item9At({id, label, item_scores}: Instrument, item: number, occasion: ScoredOccasion, moment: string) {
  const answers = Array.from({length: item_scores.to + 1}, (_, answer) => answer);
  return field({
    name: `${id}_${occasion}_item_${item}`,
    label: `Thoughts of death or of hurting oneself ${moment} (${label}, item ${item})`,
    levels: answers.map((code) => ({code, label: answerLabels[code] ?? String(code)})),
    ordered: true,
    derivation: "the answer of the same assessment; empty where it is not answered",
    source: `assessments.csv item_${item}`,
    sensitivity: "sensitive",
    harms: answers.slice(1),
    uses_item_9: true,
    instrument: id,
    of: (subject) => pickOf(subject, id, occasion)?.ideation ?? null
  });
}

const answerLabels = ["not at all", "several days", "more than half the days", "nearly every day"];

function reliableChangeOf(instrument: Instrument): CohortField {
  const {id, label, reliable_change} = instrument;
  return coded({
    name: `${id}_reliable_change`,
    label: `${label}: reliable change`,
    levels: levelsOf("improved", "unchanged", "worse", "not_measured"),
    derivation: `score at admission less score at the end, ${reliable_change.points} points or more either way (${reliable_change.source})`,
    source: sourceOf(instrument),
    instrument: id,
    of: (subject) => {
      const change = changeOf(subject, id);
      if (change === null) return "not_measured";
      const {before, after} = change;
      if (Math.abs(before - after) < reliable_change.points) return "unchanged";
      return after < before ? "improved" : "worse";
    }
  });
}

function jacobsonTruaxOf(instrument: Instrument): CohortField {
  const {id, label, reliable_change, elevated_from} = instrument;
  const limits = {threshold: reliable_change.points - 0.5, cutOff: elevated_from};
  return coded({
    name: `${id}_jacobson_truax`,
    label: `${label}: class of change after Jacobson and Truax`,
    levels: levelsOf("recovered", "improved", "unchanged", "deteriorated", "not_measured"),
    derivation: `reliable change of ${reliable_change.points} points or more (${reliable_change.source}); recovered is reliably improved from ${elevated_from} or more to less`,
    source: sourceOf(instrument),
    instrument: id,
    of: (subject) => {
      const change = changeOf(subject, id);
      return change === null ? "not_measured" : classifyChange(change, limits);
    }
  });
}

function changeOf(subject: Subject, id: string): {before: number; after: number} | null {
  const before = pickOf(subject, id, "baseline")?.score ?? null;
  const after = pickOf(subject, id, "end")?.score ?? null;
  return before === null || after === null ? null : {before, after};
}

function rowsOf({scores}: Subject, {id}: Instrument) {
  return scores.get(id) ?? [];
}

function unitOf(instrument: Instrument): string {
  return `points, 0 to ${maximumOf(instrument)}, higher is worse`;
}

function sourceOf({id}: Instrument): string {
  return `assessments.csv, instrument ${id}`;
}
