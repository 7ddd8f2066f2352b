import {addDays, daysBetween, quarterOf} from "./dates.ts";
import {type Evidence, says, spoken, type Witness} from "./evidence.ts";
import type {Facts, Stay} from "./facts.ts";
import {dayOf, reasonInWords} from "./stay_evidence.ts";

/** Conditions on what came after an episode: other episodes of the client, and death. */
export const afterEvidence: Readonly<Record<string, Witness>> = {
  is_continued: ({episode, stays}) => {
    const {discharged_on, discharge_reason, transfer_to} = episode;
    if (discharged_on === null) return says(false, "still open", [episode]);
    if (discharge_reason !== "transferred")
      return says(false, `discharge reason ${spoken(discharge_reason)}, no transfer`, [episode]);
    const to = transfer_to === null ? "" : ` (${spoken(transfer_to)})`;
    const next = stays.find(
      (stay) =>
        isAnother(stay, episode.key) && stay.program_key !== episode.program_key && isWithin(discharged_on, stay, 0, 1)
    );
    if (next === undefined)
      return says(false, `transferred${to}, and in no other program of the source on that or the next day`, [episode]);
    return says(true, `transferred${to}, and admitted to ${next.program_key} on ${next.admitted_on}`, [episode, next]);
  },
  is_readmitted_within_30_days: readmittedWithin(30),
  is_readmitted_within_90_days: readmittedWithin(90),
  is_followup_unit: followupUnit,
  is_alive_at_followup: aliveAtFollowup
};

function readmittedWithin(days: number): Witness {
  return ({episode, stays}) => {
    const {discharged_on, program_key} = episode;
    if (discharged_on === null) return says(false, "still open", [episode]);
    const next = stays
      .filter(
        (stay) => isAnother(stay, episode.key) && stay.program_key === program_key && stay.admitted_on > discharged_on
      )
      .toSorted((a, b) => (a.admitted_on < b.admitted_on ? -1 : 1))[0];
    if (next === undefined) return says(false, `no later admission to ${program_key}`, [episode]);
    const after = daysBetween(discharged_on, next.admitted_on);
    return says(
      after <= days,
      `admitted to ${program_key} again on ${next.admitted_on}, ${after} days after discharge; ${days} count`,
      [episode, next]
    );
  };
}

/** The last treated discharge of the client in the quarter; stays are in this order. */
function followupUnit(facts: Facts): Evidence {
  const {episode, stays} = facts;
  if (episode.discharged_on === null) return says(false, "still open", [episode]);
  const quarter = quarterOf(episode.discharged_on);
  const asked = stays.filter(
    ({discharged_on, is_treated}) => is_treated && discharged_on !== null && quarterOf(discharged_on) === quarter
  );
  const [last] = asked;
  if (last === undefined || asked.every(({key}) => key !== episode.key)) return says(false, "never treated", [episode]);
  if (last.key === episode.key) {
    const others = asked.length === 1 ? "the only" : `the last of ${asked.length}`;
    return says(true, `${others} treated discharge of the client in ${quarter}`, [episode]);
  }
  return says(false, `the client's last treated discharge in ${quarter} is another episode, on ${last.discharged_on}`, [
    episode,
    last
  ]);
}

/** By reason, by date of death or by a contact that found so, up to 150 days after discharge. */
function aliveAtFollowup(facts: Facts): Evidence {
  const {episode, client, contacts} = facts;
  const {discharged_on, discharge_reason, died_on} = episode;
  if (discharge_reason === "death") return says(false, "discharge reason death", [episode]);
  if (discharged_on === null) return says(true, "still open", [episode]);
  const day150 = addDays(discharged_on, 150);
  if (died_on !== null && died_on <= day150)
    return says(false, `died on ${dayOf(episode, died_on)}, day 150 after discharge is ${day150}`, [episode, client]);
  const found = contacts.find(({outcome}) => outcome === "deceased");
  if (found !== undefined && found.on <= day150)
    return says(false, `a contact on ${found.on} found the client dead, day 150 after discharge is ${day150}`, [
      episode,
      found
    ]);
  return says(true, `${reasonInWords(facts)}, and no sign of death up to ${day150}, day 150 after discharge`, [
    episode
  ]);
}

function isAnother({key}: Stay, episode_key: string): boolean {
  return key !== episode_key;
}

function isWithin(discharged_on: string, {admitted_on}: Stay, from: number, to: number): boolean {
  const days = daysBetween(discharged_on, admitted_on);
  return days >= from && days <= to;
}
