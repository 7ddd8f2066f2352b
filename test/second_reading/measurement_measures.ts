import {addDays} from "./days.ts";
import {weekOf} from "./dose.ts";
import type {Facts} from "./facts.ts";
import {instruments} from "./instruments.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import {treatedSessions} from "./stay.ts";
import type {EpisodeFacts} from "./units.ts";

/** INS-01: who was measured on any instrument; clients under 12 are left out (17.2). */
export const measurementMeasures: Measure[] = [
  {id: "baseline_measured", kind: "proportion", months: true, units: baselineMeasured},
  {id: "end_measured", kind: "proportion", months: true, units: endMeasured},
  {id: "weekly_measured", kind: "ratio", months: true, units: weeklyMeasured}
];

function included({episodes}: Facts): EpisodeFacts[] {
  return episodes.filter((facts) => facts.treated && !facts.under_12);
}

/** INS-01a: treated episodes by admitted_on, 7 days on (17.6). */
function baselineMeasured(all: Facts): Unit[] {
  return included(all).map((facts) => {
    const on = facts.episode.admitted_on;
    const met = instruments.some((instrument) => facts[instrument].baseline !== null);
    return {...unit(facts, on, met), matured: addDays(on, 7) <= all.as_of};
  });
}

/** INS-01b: treated episodes by discharged_on, 14 days on (17.6). */
function endMeasured(all: Facts): Unit[] {
  return included(all).flatMap((facts) => {
    const on = facts.episode.discharged_on;
    if (on === null) return [];
    const met = instruments.some((instrument) => facts[instrument].measured_at_end);
    return [{...unit(facts, on, met), matured: addDays(on, 14) <= all.as_of}];
  });
}

/** INS-01c, 17.9, 17.36: weeks of 7 days with a treated session, by their first day, met by a score on one of the seven days. */
function weeklyMeasured(all: Facts): Unit[] {
  return included(all).flatMap((facts) => {
    const {admitted_on} = facts.episode;
    const weeks = new Set(treatedSessions(facts.sessions).map((s) => weekOf(admitted_on, s.held_on)));
    const scored = instruments.flatMap((instrument) => facts[instrument].scored_on);
    const measured = new Set(scored.map((date) => weekOf(admitted_on, date)));
    return [...weeks].map((week) => unit(facts, addDays(admitted_on, week * 7), measured.has(week)));
  });
}
