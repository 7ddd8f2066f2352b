import fc from "fast-check";
import {addDays} from "./days.ts";
import {mostly, plannedDay} from "./random_days.ts";
import {addGathering, type GatheringPlan, gatheringPlan} from "./random_gatherings.ts";
import {type ClientPlan, clientPlan, type EpisodePlan, episodePlan} from "./random_plans.ts";
import {plannedReferrals, type ReferralPlan, referralPlan} from "./random_referrals.ts";
import {type Parents, plannedChildren, plannedEpisode} from "./random_rows.ts";
import type {ClientRow, ProgramRow, Reading, ReadingSettings, Statement} from "./rows.ts";

/** A statement without own defects, the as-of date (no date of the statement is later) and settings. */
export interface RandomCase extends Reading {
  statement: Statement;
}

type ProgramPlan = Pick<ProgramRow, "site_key" | "population" | "level_of_care"> & {shared_key: boolean};

const sources = ["northside", "southside"];

/** Days on and just before the last of a follow-up window of a whole quarter, and others. */
const asOf = fc.constantFrom(
  ...["2026-03-31", "2025-10-26", "2025-10-27", "2025-11-25", "2025-11-26", "2026-01-25", "2026-01-26"],
  ...["2026-02-24", "2026-02-25", "2026-04-27", "2026-04-28", "2026-05-27", "2026-05-28"]
);

const programPlan: fc.Arbitrary<ProgramPlan> = fc.record({
  site_key: fc.constantFrom("north", "s+e", "west%2B"),
  population: fc.constantFrom<ProgramRow["population"][]>("mh", "sud", "dual"),
  level_of_care: fc.constantFrom<ProgramRow["level_of_care"][]>(null, "iop", "php"),
  shared_key: fc.boolean()
});

/** Settings of the two readings. */
export function randomSettings(): fc.Arbitrary<ReadingSettings> {
  return fc.record({prorate: fc.boolean(), stale_after_days: fc.integer({min: 10, max: 60})});
}

/** Statements that are read together, by one as-of date and one choice of settings. */
export interface RandomCases extends Reading {
  statements: Statement[];
}

interface CasePlan {
  programs: ProgramPlan[][];
  clients: ClientPlan[][];
  episodes: EpisodePlan[];
  gatherings: GatheringPlan[];
  referrals: ReferralPlan[];
}

const casePlan: fc.Arbitrary<CasePlan> = fc.record({
  programs: fc.array(fc.array(programPlan, {minLength: 1, maxLength: 3}), {minLength: 2, maxLength: 2}),
  clients: fc.array(fc.array(clientPlan, {minLength: 1, maxLength: 4}), {minLength: 2, maxLength: 2}),
  episodes: fc.array(episodePlan, {minLength: 1, maxLength: 10, size: "max"}),
  gatherings: mostly<GatheringPlan[]>(1, [], fc.array(gatheringPlan, {minLength: 1, maxLength: 2})),
  referrals: fc.array(referralPlan, {maxLength: 6, size: "max"})
});

/** Small and nasty cases: two sources that share keys, dangling parents, dates on the edges of every window. */
export function randomCase(): fc.Arbitrary<RandomCase> {
  return fc
    .record({as_of: asOf, settings: randomSettings(), plan: casePlan})
    .map(({plan, ...reading}) => ({...reading, statement: plannedStatement(plan, reading)}));
}

/** `most` such cases, sometimes fewer, with the same sources. */
export function randomCases(most: number): fc.Arbitrary<RandomCases> {
  const plans = fc.oneof(
    {withCrossShrink: true},
    {weight: 1, arbitrary: fc.array(casePlan, {minLength: 1, maxLength: most})},
    {weight: 3, arbitrary: fc.array(casePlan, {minLength: most, maxLength: most, size: "max"})}
  );
  return fc
    .record({as_of: asOf, settings: randomSettings(), plans})
    .map(({plans, ...reading}) => ({...reading, statements: plans.map((plan) => plannedStatement(plan, reading))}));
}

function plannedStatement({programs, clients, episodes, gatherings, referrals}: CasePlan, reading: Reading): Statement {
  const {as_of} = reading;
  const statement = emptyStatement();
  programs.forEach((plans, s) => {
    plans.forEach((plan, i) => {
      statement.programs.push(plannedProgram(plan, s, i));
    });
  });
  clients.forEach((plans, s) => {
    plans.forEach((plan, i) => {
      statement.clients.push(plannedClient(plan, s, i, as_of));
    });
  });
  withTwins(episodes).forEach((plan, i) => {
    addEpisode(statement, plan, i, reading);
  });
  statement.referrals = referrals.flatMap((plan, i) => plannedReferrals(plan, statement, i, as_of));
  gatherings.forEach((plan, i) => {
    addGathering(statement, plan, i, as_of);
  });
  return statement;
}

function emptyStatement(): Statement {
  return {programs: [], clients: [], referrals: [], episodes: [], sessions: [], assessments: [], followups: []};
}

function withTwins(plans: EpisodePlan[]): EpisodePlan[] {
  return plans.flatMap((plan) => {
    const twin = plan.twin;
    if (twin === null) return [plan];
    const program = plan.program === "nowhere" ? 0 : plan.program + twin.program_shift;
    return [plan, {...plan, prefix: twin.prefix, program, los: plan.los + twin.los_shift}];
  });
}

/** Adds an episode and its children and the episode after it, and dates its client's death where the plan says so. */
function addEpisode(statement: Statement, plan: EpisodePlan, number: number, reading: Reading): void {
  const episode = plannedEpisode(plan, parentsOf(statement, plan), number, reading.as_of);
  statement.episodes.push(episode);
  const children = plannedChildren(plan, episode, number, reading);
  statement.sessions.push(...children.sessions);
  statement.assessments.push(...children.assessments);
  statement.followups.push(...children.followups);
  const client = statement.clients.find((c) => c.source === episode.source && c.client_key === episode.client_key);
  if (plan.died !== null && client !== undefined) client.died_on ??= plannedDay(plan.died, episode, reading.as_of);
  const after = nextPlan(plan, episode.discharged_on, reading.as_of);
  if (after !== null) addEpisode(statement, after, number + 100, reading);
}

function nextPlan(plan: EpisodePlan, discharged_on: string | null, as_of: string): EpisodePlan | null {
  if (plan.next === null || discharged_on === null) return null;
  const {prefix, days, program_shift} = plan.next;
  const date = addDays(discharged_on, days);
  const program = plan.program === "nowhere" ? 0 : plan.program + program_shift;
  return date > as_of ? null : {...plan, prefix, program, anchor: {date}, anchored: "admitted", next: null};
}

function parentsOf(statement: Statement, plan: EpisodePlan): Parents {
  const source = sourceName(plan.source);
  const programs = statement.programs.filter((p) => p.source === source);
  const clients = statement.clients.filter((c) => c.source === source);
  const program = plan.program === "nowhere" ? undefined : programs[plan.program % programs.length];
  const client = plan.client === "nobody" ? undefined : clients[plan.client % clients.length];
  return {source, client_key: client?.client_key ?? "nobody", program_key: program?.program_key ?? "nowhere"};
}

function plannedProgram(plan: ProgramPlan, source: number, index: number): ProgramRow {
  const key = ["iop", "php+", "op/2"][index] ?? `p${index}`;
  return {
    source: sourceName(source),
    program_key: plan.shared_key ? key : `${key}-${source}`,
    site_key: plan.site_key,
    name: `Program ${index}`,
    population: plan.population,
    age_group: null,
    level_of_care: plan.level_of_care,
    planned_weeks: null,
    planned_hours_week: null,
    opened_on: null,
    closed_on: null
  };
}

function plannedClient(plan: ClientPlan, source: number, index: number, as_of: string): ClientRow {
  const {age, ...codes} = plan;
  return {
    source: sourceName(source),
    client_key: `c${index}`,
    birth_year: age === null ? null : Number(as_of.slice(0, 4)) - age,
    ...codes,
    zip3: null,
    veteran: null,
    died_on: null
  };
}

function sourceName(index: number): string {
  return sources[index] ?? "northside";
}
