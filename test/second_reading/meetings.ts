import type {PlaceGroups} from "./groups.ts";
import type {SessionRow} from "./rows.ts";
import {treatedSessions} from "./stay.ts";
import type {EpisodeFacts} from "./units.ts";

/** A group of a program on one day, with the clients who attended. */
export interface MeetingFacts {
  held_on: string;
  groups: PlaceGroups;
  /** Distinct clients, each with its source. */
  attendees: string[];
}

/** 17.34: group sessions with a group_key that at least one client was treated in, on the day after discharge too. */
export function meetingFacts(episodes: EpisodeFacts[]): MeetingFacts[] {
  const meetings = new Map<string, MeetingFacts>();
  for (const {episode, groups, sessions} of episodes) {
    const {source, client_key, program_key} = episode;
    const client = JSON.stringify([source, client_key]);
    for (const {group_key, held_on} of treatedSessions(sessions).filter(isGroup)) {
      const key = JSON.stringify([source, program_key, group_key, held_on]);
      const {all, program, site} = groups;
      const meeting = meetings.get(key) ?? {held_on, groups: {all, program, site}, attendees: []};
      if (!meeting.attendees.includes(client)) meeting.attendees.push(client);
      meetings.set(key, meeting);
    }
  }
  return [...meetings.values()];
}

function isGroup(session: SessionRow): boolean {
  return session.kind === "group" && session.group_key !== null;
}
