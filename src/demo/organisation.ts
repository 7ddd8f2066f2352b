import type {Assessment} from "./assessment.ts";
import {drawAssessments} from "./assessments.ts";
import {type Day, firstOfMonth} from "./calendar.ts";
import {drawEpisodes, type Episode, type Span} from "./episodes.ts";
import {drawFollowup, type Followup} from "./followups.ts";
import {type Incidents, incidentsOf} from "./incidents.ts";
import {type DemoOptions, deliveryDays, historyMonths} from "./options.ts";
import {type Program, withSiteEffects} from "./programs.ts";
import {drawReferrals, type Referral} from "./referrals.ts";
import {drawSessions, type Session} from "./sessions.ts";

/** An episode and all that happened in and after it. */
export interface Story {
  readonly episode: Episode;
  readonly sessions: readonly Session[];
  readonly assessments: readonly Assessment[];
  readonly followups: readonly Followup[];
  readonly followup_assessments: readonly Assessment[];
  /** Nothing of it is told before this day. */
  readonly told_from: Day;
}

/** What truly happened, before anybody reports it; it runs on past the last delivery, which only cuts what is told. */
export interface Organisation {
  readonly span: Span;
  readonly programs: readonly Program[];
  readonly incidents: Incidents;
  readonly stories: readonly Story[];
  readonly referrals: readonly Referral[];
}

export function drawOrganisation(options: DemoOptions): Organisation {
  const span = spanOf(options);
  const programs = withSiteEffects(options.programs, options.seed);
  const incidents = incidentsOf(options);
  const episodes = drawEpisodes(span, programs, options.episodes_per_year);
  return {
    span,
    programs,
    incidents,
    stories: episodes.map((episode) => drawStory(options.seed, episode, incidents)),
    referrals: drawReferrals(span, episodes, programs, episodes.length)
  };
}

function spanOf(options: DemoOptions): Span {
  const from = firstOfMonth(options.first_month, -historyMonths);
  return {
    seed: options.seed,
    from,
    as_of: deliveryDays(options).at(-1) ?? from
  };
}

function drawStory(seed: number, episode: Episode, incidents: Incidents): Story {
  const measured = drawAssessments(seed, episode);
  const followed = drawFollowup(seed, episode, measured);
  const given = ({instrument, assessed_on}: Assessment) =>
    !(instrument === "gad7" && stopped(episode, incidents, assessed_on));
  return {
    episode,
    sessions: drawSessions(seed, episode, incidents.telehealth),
    assessments: [...measured.assessments.filter(given), ...measured.pcl5],
    followups: followed.followups,
    followup_assessments: followed.assessments.filter(given),
    told_from: episode.admitted_on
  };
}

function stopped(episode: Episode, {no_gad7}: Incidents, day: number): boolean {
  return episode.program.site_key === no_gad7.site_key && day >= no_gad7.from;
}
