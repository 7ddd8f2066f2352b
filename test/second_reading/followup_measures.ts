import {addDays} from "./days.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import {quarterEnd} from "./periods.ts";
import type {Instrument} from "./rows.ts";
import type {EpisodeFacts} from "./units.ts";

/** FU-01 and FU-02a: all of FU-01's cohort, by discharged_on, in closed quarters (17.4). */
export const followupMeasures: Measure[] = [
  {
    id: "followup_retention",
    kind: "proportion",
    months: false,
    units: (all, as_of) => cohort(all, as_of, 210, isFollowed)
  },
  {
    id: "followup_retention_wide",
    kind: "proportion",
    months: false,
    units: (all, as_of) => cohort(all, as_of, 240, isFollowedWide)
  },
  ...changeAtFollowup("phq9"),
  ...changeAtFollowup("gad7")
];

function changeAtFollowup(instrument: Instrument): Measure[] {
  const units = (all: EpisodeFacts[], as_of: string) => followupPairs(all, as_of, instrument);
  return [
    {
      id: `${instrument}_change_at_followup`,
      kind: "pairs",
      months: false,
      units
    },
    {
      id: `${instrument}_effect_size_at_followup`,
      kind: "pairs",
      months: false,
      units
    }
  ];
}

/** 17.5: a person's last treated discharge of the quarter, if alive at day 150; closed when the quarter is (17.4). */
function cohort(all: EpisodeFacts[], as_of: string, window: number, met: (facts: EpisodeFacts) => boolean): Unit[] {
  const units: Unit[] = [];
  for (const facts of all) {
    const on = facts.episode.discharged_on;
    if (on === null || !facts.last_discharge_of_quarter || !facts.alive_at_day_150) continue;
    units.push({
      ...unit(facts, on, met(facts)),
      matured: addDays(quarterEnd(on), window) <= as_of
    });
  }
  return units;
}

/** FU-02a. A member without a pair, closed by death or under 12 (17.2) belongs to its quarter's cohort and does not count. */
function followupPairs(all: EpisodeFacts[], as_of: string, instrument: Instrument): Unit[] {
  const units: Unit[] = [];
  for (const one of cohort(all, as_of, 210, () => false)) {
    const {baseline, followup} = one.facts[instrument];
    const leftOut = one.facts.closed_by_death || one.facts.under_12;
    if (leftOut || baseline === null || followup === null) units.push({...one, counts: false});
    else units.push({...one, pair: [baseline.value, followup.value]});
  }
  return units;
}

function isFollowed(facts: EpisodeFacts): boolean {
  return facts.phq9.followup !== null || facts.gad7.followup !== null;
}

function isFollowedWide(facts: EpisodeFacts): boolean {
  return facts.phq9.followup_wide !== null || facts.gad7.followup_wide !== null;
}
