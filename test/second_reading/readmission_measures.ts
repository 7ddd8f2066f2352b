import {addDays, daysBetween} from "./days.ts";
import type {Facts} from "./facts.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {EpisodeRow} from "./rows.ts";
import type {EpisodeFacts} from "./units.ts";

/** RA-01a: discharges by discharged_on, with an admission to the same program on day 1 to 30, or 90. */
export const readmissionMeasures: Measure[] = [
  {id: "readmission_30", kind: "proportion", months: true, units: (all) => discharges(all, 30)},
  {id: "readmission_90", kind: "proportion", months: true, units: (all) => discharges(all, 90)}
];

/** 17.15: all but deaths and transfers that continue elsewhere, never-started ones too. */
function discharges({episodes, as_of}: Facts, window: number): Unit[] {
  const units: Unit[] = [];
  for (const facts of episodes) {
    const on = facts.episode.discharged_on;
    if (on === null || facts.closed_by_death) continue;
    const admissions = laterAdmissions(facts.episode, on, episodes);
    if (facts.episode.discharge_reason === "transferred" && admissions.some(continuesElsewhere)) continue;
    const met = admissions.some(({same, day}) => same && day >= 1 && day <= window);
    units.push({...unit(facts, on, met), matured: addDays(on, window) <= as_of}); // 17.6
  }
  return units;
}

interface Admission {
  /** To the program that the client was discharged from. */
  same: boolean;
  /** Days after discharge. */
  day: number;
}

/** The client's admissions on the day of discharge and later. */
function laterAdmissions(index: EpisodeRow, discharged_on: string, episodes: EpisodeFacts[]): Admission[] {
  return episodes
    .map(({episode}) => episode)
    .filter((e) => e.source === index.source && e.client_key === index.client_key)
    .map((e) => ({same: e.program_key === index.program_key, day: daysBetween(discharged_on, e.admitted_on)}))
    .filter(({day}) => day >= 0);
}

function continuesElsewhere({same, day}: Admission): boolean {
  return !same && day <= 1;
}
