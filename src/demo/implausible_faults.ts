import type {Assessment} from "./assessment.ts";
import type {Episode} from "./episodes.ts";
import {keyOf} from "./keys.ts";
import type {Organisation, Story} from "./organisation.ts";

/** One kind of implausibility: whom it may befall and what it does to the story. */
export interface ImplausibleFault {
  readonly fault: string;
  readonly because: string;
  readonly file: "episodes" | "assessments";
  /** How many episodes; all that fit where there is no number. */
  readonly count: number;
  fits(story: Story, organisation: Organisation): boolean;
  spoil(story: Story, organisation: Organisation): Story[];
  keys(stories: readonly Story[]): string[];
}

export const implausibleFaults: readonly ImplausibleFault[] = [
  {
    fault: "missing_end_scores",
    because: "a program gave no score in the last two weeks of any episode it discharged in three months",
    file: "episodes",
    count: Number.POSITIVE_INFINITY,
    fits: ({episode}, {incidents: {no_end_scores: gap}}) =>
      episode.program.program_key === gap.program_key &&
      episode.discharged_on >= gap.from &&
      episode.discharged_on <= gap.to &&
      episode.last_attended_on !== null,
    spoil: (story) => [
      {
        ...story,
        assessments: story.assessments.filter((one) => !isEndScore(story, one))
      }
    ],
    keys: episodeKeys
  },
  {
    fault: "stale_open",
    because: "open, and no session for more than 30 days before the last delivery",
    file: "episodes",
    count: 6,
    fits: ({episode}, {span}) =>
      episode.discharged_on >= span.as_of - 120 &&
      episode.discharged_on <= span.as_of - 45 &&
      episode.reason !== "death",
    spoil: (story, {span}) => [withEpisode(story, {discharged_on: span.as_of + 1000})],
    keys: episodeKeys
  },
  {
    fault: "identical_answers",
    because: "every item of every questionnaire of the episode has the same answer",
    file: "episodes",
    count: 5,
    fits: ({assessments}) => assessments.filter((one) => one.instrument === "phq9" && one.items.length > 0).length >= 5,
    spoil: (story) => [
      {
        ...story,
        assessments: sameAnswers(story),
        followups: [],
        followup_assessments: []
      }
    ],
    keys: episodeKeys
  },
  {
    fault: "discharge_long_after_last_session",
    because: "discharged 60 days later than the person left",
    file: "episodes",
    count: 5,
    fits: ({episode}, {span}) => episode.discharged_on <= span.as_of - 70 && episode.reason === "dropped_out",
    spoil: (story) => [withEpisode(story, {discharged_on: story.episode.discharged_on + 60})],
    keys: episodeKeys
  },
  {
    fault: "transfer_to_without_transfer",
    because: "transfer_to is given and the reason is not transferred",
    file: "episodes",
    count: 4,
    fits: ({episode}, {span}) => episode.reason === "completed" && episode.discharged_on <= span.as_of - 40,
    spoil: (story) => [withEpisode(story, {transfer_to: "lateral"})],
    keys: episodeKeys
  },
  {
    fault: "missing_reason_beside_score",
    because: "a questionnaire has answers and a reason for having none",
    file: "assessments",
    count: 6,
    fits: ({episode, assessments}, {span}) => episode.discharged_on <= span.as_of && assessments[0]?.items.length === 9,
    spoil: (story) => [{...story, assessments: story.assessments.map(excuseFirst)}],
    keys: (stories) => stories.flatMap((story) => story.assessments[0]?.assessment_key ?? [])
  },
  {
    fault: "overlapping_episodes",
    because: "two closed episodes of one person in one program overlap",
    file: "episodes",
    count: 3,
    fits: ({episode, sessions}, {span}) =>
      episode.discharged_on <= span.as_of - 40 && episode.reason === "completed" && sessions.length > 15,
    spoil: (story) => [story, secondStay(story)],
    keys: episodeKeys
  }
];

function episodeKeys(stories: readonly Story[]): string[] {
  return stories.map((story) => story.episode.episode_key);
}

/** The story with its episode changed; follow-up, which hangs on the discharge, falls away. */
function withEpisode(story: Story, change: Partial<Episode>): Story {
  return {
    ...story,
    episode: {...story.episode, ...change},
    followups: [],
    followup_assessments: []
  };
}

function isEndScore({episode}: Story, {assessed_on}: Assessment): boolean {
  return assessed_on > episode.admitted_on && assessed_on >= episode.discharged_on - 14;
}

const itemsOf = {phq9: 9, gad7: 7, pcl5: 20};

/** All twos for an odd episode number, all ones for an even one. */
function sameAnswers(story: Story): Assessment[] {
  const answer = 1 + (story.episode.number % 2);
  return story.assessments.map((one) => {
    const items = Array.from({length: itemsOf[one.instrument]}, () => answer);
    return {
      ...one,
      items,
      total: items.length * answer,
      missing_reason: null
    };
  });
}

function excuseFirst(assessment: Assessment, index: number): Assessment {
  return index === 0 ? {...assessment, missing_reason: "other"} : assessment;
}

/** The same person in the same program again, ten days later, with three sessions of its own; told when it is over, so that it never waits as a second open one. */
function secondStay({episode, sessions}: Story): Story {
  const number = 900000 + episode.number;
  const admitted_on = episode.admitted_on + 10;
  const held = sessions.filter((session) => session.held_on >= admitted_on).slice(-3);
  const second: Episode = {
    ...episode,
    number,
    episode_key: keyOf("e", number),
    admitted_on,
    came: "readmitted",
    last_attended_on: held.at(-1)?.held_on ?? null,
    discharged_on: episode.discharged_on + 10
  };
  return {
    episode: second,
    sessions: held.map((session, index) => ({
      ...session,
      session_key: keyOf("s", number * 400 + index),
      kind: "individual",
      group_key: null,
      attended_minutes: session.scheduled_minutes,
      attendance: "attended"
    })),
    assessments: [],
    followups: [],
    followup_assessments: [],
    told_from: second.discharged_on
  };
}
