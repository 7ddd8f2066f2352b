import {addDays} from "./days.ts";
import type {Facts} from "./facts.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import type {EpisodeFacts} from "./units.ts";

/** Section 5: completion, early dropout, length of stay, time in program, exits. */
export const exitMeasures: Measure[] = [
  {
    id: "completion",
    kind: "proportion",
    months: true,
    units: (all) => discharged(all, isCompleted)
  },
  {
    id: "completion_or_transfer",
    kind: "proportion",
    months: true,
    units: (all) => discharged(all, isCompletedOrTransferred)
  },
  {
    id: "completion_excluding_neutral",
    kind: "proportion",
    months: true,
    units: withoutNeutral
  },
  {
    id: "early_dropout",
    kind: "proportion",
    months: true,
    units: earlyDropout
  },
  {
    id: "length_of_stay",
    kind: "values",
    months: true,
    units: stays
  },
  {id: "time_in_program", kind: "times", months: true, units: timed},
  {id: "planned_exit", kind: "times", months: true, judged_on_day: 84, units: timed},
  {id: "unplanned_exit", kind: "times", months: true, judged_on_day: 84, units: timed}
];

/** CP-01: treated episodes by discharged_on, deaths and unknown reasons too (17.13). */
function discharged({episodes}: Facts, met: (facts: EpisodeFacts) => boolean): Unit[] {
  const units: Unit[] = [];
  for (const facts of episodes) {
    const on = facts.episode.discharged_on;
    if (facts.treated && on !== null) units.push(unit(facts, on, met(facts)));
  }
  return units;
}

function isCompleted(facts: EpisodeFacts): boolean {
  return facts.episode.discharge_reason === "completed";
}

function isCompletedOrTransferred(facts: EpisodeFacts): boolean {
  return isCompleted(facts) || facts.episode.discharge_reason === "transferred";
}

function withoutNeutral({episodes, ...rest}: Facts): Unit[] {
  return discharged({...rest, episodes: episodes.filter((facts) => !facts.neutral_exit)}, isCompleted);
}

/** CP-04: treated episodes by admitted_on, 28 days on; open ones stay, early neutral exits are left out (17.13). */
function earlyDropout({episodes, as_of}: Facts): Unit[] {
  const units: Unit[] = [];
  for (const facts of episodes) {
    if (!facts.treated) continue;
    if (facts.neutral_exit && isEarly(facts)) continue;
    const reason = facts.episode.discharge_reason;
    const leftUnfinished = reason === "dropped_out" || reason === "terminated"; // codes 2 and 3
    const on = facts.episode.admitted_on;
    units.push({
      ...unit(facts, on, leftUnfinished && isEarly(facts)),
      matured: addDays(on, 28) <= as_of
    }); // 17.6
  }
  return units;
}

/** Of a closed episode: fewer than 3 treated sessions or a LOS below 14 days. */
function isEarly(facts: EpisodeFacts): boolean {
  return facts.treated_sessions < 3 || (facts.los_days !== null && facts.los_days < 14);
}

/** LS-01: treated episodes by discharged_on. */
function stays({episodes}: Facts): Unit[] {
  return episodes.flatMap((facts) => {
    const on = facts.episode.discharged_on;
    return on === null || facts.los_days === null ? [] : [{...unit(facts, on, false), value: facts.los_days}];
  });
}

/** LS-03, LS-04: treated episodes by admitted_on, open or closed; death censors LS-04 and ends LS-03 (17.12). */
function timed({episodes}: Facts): Unit[] {
  return episodes
    .filter((facts) => facts.treated)
    .map((facts) => ({...unit(facts, facts.episode.admitted_on, false), time: facts.time_in_program}));
}
