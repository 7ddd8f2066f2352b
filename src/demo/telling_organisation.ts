import {Random} from "../statistics/random.ts";
import type {Day} from "./calendar.ts";
import type {Organisation, Story} from "./organisation.ts";
import {parameters} from "./parameters.ts";
import type {Client} from "./people.ts";
import {clientRow, closedEpisodeRow, followupRow, openEpisodeRow, programRow, referralRow} from "./rows.ts";
import type {Statement} from "./statements.ts";
import {monthTold, type Telling, tell} from "./telling.ts";
import {tellAssessments, tellSessions} from "./telling_care.ts";

/** All that the monthly deliveries say, without faults: what is new, and late corrections of what was said before. */
export function tellOrganisation(organisation: Organisation, days: readonly Day[]): Statement[] {
  const telling = {seed: organisation.span.seed, days};
  const {stories, programs, span} = organisation;
  const once = withOneStay(stories);
  return [
    ...programs.flatMap((program) => tell(telling, "programs", [0], () => programRow(program, span.from))),
    ...tellClients(organisation, telling),
    ...tellReferrals(organisation, telling),
    ...stories.flatMap((story) => tellEpisode(story, telling, once.has(story.episode.client.client_key))),
    ...stories.flatMap((story) => tellSessions(story, telling)),
    ...stories.flatMap((story) => tellAssessments(story, telling)),
    ...stories.flatMap((story) => tellFollowups(story, telling))
  ];
}

/** A client is told with the first referral or admission; 3 % with the language unknown, which comes two months later. */
function tellClients(organisation: Organisation, telling: Telling): Statement[] {
  const random = new Random(telling.seed, "telling", "clients");
  return [...firstContacts(organisation).values()].flatMap(({client, day, died_on}) => {
    const first = monthTold(telling, day);
    const died = died_on === null ? telling.days.length : monthTold(telling, died_on);
    const learnt = random.chance(0.03) ? first + 2 : first;
    return tell(telling, "clients", [first, learnt, died], (month) => {
      const row = clientRow(client, month >= died ? died_on : null);
      return month >= learnt ? row : {...row, language: "unknown"};
    });
  });
}

interface Contact {
  readonly client: Client;
  readonly day: Day;
  readonly died_on: Day | null;
}

function firstContacts({stories, referrals}: Organisation): Map<string, Contact> {
  const contacts = new Map<string, Contact>();
  const meet = (client: Client, day: Day, died_on: Day | null) => {
    const known = contacts.get(client.client_key);
    contacts.set(client.client_key, {
      client,
      day: Math.min(day, known?.day ?? day),
      died_on: died_on ?? known?.died_on ?? null
    });
  };
  for (const {client, received_on} of referrals) if (client !== null) meet(client, received_on, null);
  for (const {episode} of stories)
    meet(episode.client, episode.admitted_on, episode.reason === "death" ? episode.discharged_on : null);
  return contacts;
}

function tellReferrals({referrals}: Organisation, telling: Telling): Statement[] {
  return referrals.flatMap((referral) => {
    const months = [monthTold(telling, referral.received_on), monthTold(telling, referral.settled_on)];
    return tell(telling, "referrals", months, (month) =>
      referralRow(referral, telling.days[month] ?? referral.received_on)
    );
  });
}

/**
 * Some payers are learnt two months late, some reasons for discharge two months late, and some discharges a month late: none in
 * the last two months, where they would look forgotten, and none of a person who returns, whose second stay would wait.
 */
function tellEpisode({episode, told_from}: Story, telling: Telling, isOnlyStay: boolean): Statement[] {
  const random = new Random(telling.seed, "telling", episode.number);
  const admitted = monthTold(telling, told_from);
  const payer = random.chance(parameters.late_correction) ? admitted + 2 : admitted;
  const ended = monthTold(telling, episode.discharged_on);
  const late = random.chance(parameters.late_discharge) && isOnlyStay && ended < telling.days.length - 2;
  const closed = late ? ended + 1 : ended;
  const reason = random.chance(parameters.late_correction) ? closed + 2 : closed;
  return tell(telling, "episodes", [admitted, payer, closed, reason], (month) => {
    const row = month >= closed ? closedEpisodeRow(episode) : openEpisodeRow(episode);
    const known = month >= closed && month < reason ? {...row, discharge_reason: "unknown", transfer_to: ""} : row;
    return month >= payer ? known : {...known, payer: "unknown"};
  });
}

/** Clients with a single stay. */
function withOneStay(stories: readonly Story[]): Set<string> {
  const stays = Map.groupBy(stories, ({episode}) => episode.client.client_key);
  return new Set([...stays].filter(([, all]) => all.length === 1).map(([key]) => key));
}

function tellFollowups({episode, followups}: Story, telling: Telling): Statement[] {
  return followups.flatMap((followup) =>
    tell(telling, "followups", [monthTold(telling, followup.contacted_on)], () => followupRow(episode, followup))
  );
}
