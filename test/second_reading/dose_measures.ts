import {minutesOf, weekOf} from "./dose.ts";
import type {Facts} from "./facts.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {EpisodeFacts} from "./units.ts";

/** DO-01 and DO-02: treated episodes with a LOS of at least 7 days, by discharged_on. */
export const doseMeasures: Measure[] = [
  {id: "attended_hours_per_week", kind: "values", months: true, units: hoursPerWeek},
  {id: "weeks_at_dose", kind: "ratio", months: true, units: programWeeks}
];

interface Stay {
  facts: EpisodeFacts;
  los: number;
  on: string;
}

function staysOfAWeek({episodes}: Facts): Stay[] {
  return episodes.flatMap((facts) => {
    const {los_days: los, episode} = facts;
    if (los === null || los < 7 || episode.discharged_on === null) return [];
    return [{facts, los, on: episode.discharged_on}];
  });
}

/** DO-01: all treated sessions, that of the day after discharge too (17.11). */
function hoursPerWeek(all: Facts): Unit[] {
  return staysOfAWeek(all).map(({facts, los, on}) => ({
    ...unit(facts, on, false),
    value: (minutesOf(facts.sessions) * 7) / (60 * los)
  }));
}

/** DO-02, 17.10: the complete weeks, met with 0.8 of the episode's own prescribed hours, that is 48 minutes an hour. */
function programWeeks(all: Facts): Unit[] {
  return staysOfAWeek(all).flatMap(({facts, los, on}) => {
    const {prescribed_hours_week: prescribed, admitted_on} = facts.episode;
    if (prescribed === null) return [];
    return Array.from({length: Math.floor(los / 7)}, (_, week) => {
      const sessions = facts.sessions.filter((s) => weekOf(admitted_on, s.held_on) === week);
      return unit(facts, on, minutesOf(sessions) >= 48 * prescribed);
    });
  });
}
