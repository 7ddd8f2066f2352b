import {addDays} from "./days.ts";
import type {Facts} from "./facts.ts";
import {instruments, thresholds} from "./instruments.ts";
import {type Measure, type Unit, unit} from "./measure.ts";
import {quarterEnd} from "./periods.ts";
import type {Instrument} from "./rows.ts";
import type {EpisodeFacts} from "./units.ts";

/** FU-01 to FU-03: all of FU-01's cohort, by discharged_on, in closed quarters (17.4). */
export const followupMeasures: Measure[] = [
  {
    id: "followup_retention",
    kind: "proportion",
    months: false,
    units: (all) => cohort(all, 210, isFollowed)
  },
  {
    id: "followup_retention_wide",
    kind: "proportion",
    months: false,
    units: (all) => cohort(all, 240, isFollowedWide)
  },
  ...instruments.flatMap(atFollowup)
];

function atFollowup(instrument: Instrument): Measure[] {
  const sinceBaseline = (all: Facts) => judged(all, (facts) => pairSinceBaseline(facts, instrument));
  const sinceDischarge = (all: Facts) => judged(all, (facts) => pairSinceDischarge(facts, instrument));
  const gains = (all: Facts) => judged(all, (facts) => gainsMaintained(facts, instrument));
  return [
    {id: `${instrument}_change_at_followup`, kind: "pairs", months: false, units: sinceBaseline},
    {id: `${instrument}_effect_size_at_followup`, kind: "pairs", months: false, units: sinceBaseline},
    {id: `${instrument}_change_since_discharge`, kind: "pairs", months: false, units: sinceDischarge},
    {id: `${instrument}_gains_maintained`, kind: "proportion", months: false, units: gains}
  ];
}

/** 17.5: a person's last treated discharge of the quarter, if alive at day 150; closed when the quarter is (17.4). */
function cohort({episodes, as_of}: Facts, window: number, met: (facts: EpisodeFacts) => boolean): Member[] {
  const members: Member[] = [];
  for (const facts of episodes) {
    const on = facts.episode.discharged_on;
    if (on === null || !facts.last_discharge_of_quarter || !facts.alive_at_day_150) continue;
    const matured = addDays(quarterEnd(on), window) <= as_of;
    members.push({...unit(facts, on, met(facts)), facts, matured});
  }
  return members;
}

type Member = Unit & {facts: EpisodeFacts};

/** A member without a finding, closed by death or under 12 (17.2) belongs to its quarter's cohort and does not count. */
function judged(all: Facts, finding: (facts: EpisodeFacts) => Partial<Unit> | null): Unit[] {
  return cohort(all, 210, () => false).map((member) => {
    const leftOut = member.facts.closed_by_death || member.facts.under_12;
    const found = leftOut ? null : finding(member.facts);
    return found === null ? {...member, counts: false} : {...member, ...found};
  });
}

/** FU-02a */
function pairSinceBaseline(facts: EpisodeFacts, instrument: Instrument): Partial<Unit> | null {
  const {baseline, followup} = facts[instrument];
  return baseline === null || followup === null ? null : {pair: [baseline.value, followup.value]};
}

/** FU-02b: those with all three scores; post_last stands on a baseline (G-07). */
function pairSinceDischarge(facts: EpisodeFacts, instrument: Instrument): Partial<Unit> | null {
  const {post_last, followup} = facts[instrument];
  return post_last === null || followup === null ? null : {pair: [post_last.value, followup.value]};
}

/** FU-03: of those reliably improved at discharge; no reliable worsening since then, and still reliably better than at first. */
function gainsMaintained(facts: EpisodeFacts, instrument: Instrument): Partial<Unit> | null {
  const {baseline, post_last, followup} = facts[instrument];
  const {reliable} = thresholds[instrument];
  if (baseline === null || post_last === null || followup === null) return null;
  if (baseline.value - post_last.value < reliable) return null;
  const held = followup.value - post_last.value < reliable;
  return {met: held && baseline.value - followup.value >= reliable};
}

function isFollowed(facts: EpisodeFacts): boolean {
  return instruments.some((instrument) => facts[instrument].followup !== null);
}

function isFollowedWide(facts: EpisodeFacts): boolean {
  return instruments.some((instrument) => facts[instrument].followup_wide !== null);
}
