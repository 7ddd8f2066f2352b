import {Random} from "../statistics/random.ts";
import {type Day, isoOf} from "./calendar.ts";
import {clinicDayFrom, clinicDays, isClinicDay} from "./clinic_days.ts";
import {keyOf} from "./keys.ts";
import {parameters} from "./parameters.ts";
import {type Circumstances, type Client, drawCircumstances, drawClient} from "./people.ts";
import type {Program} from "./programs.ts";
import {drawStay, type Stay} from "./stay.ts";

/** One stay of a synthetic person in one program, as it truly went. */
export interface Episode extends Stay, Circumstances {
  readonly number: number;
  readonly episode_key: string;
  readonly client: Client;
  readonly program: Program;
  readonly admitted_on: Day;
  /** How the person came: from outside, from another program of the organisation, or back to the same one. */
  readonly came: "new" | "continued" | "readmitted";
  readonly group_key: string;
  readonly prescribed_hours_week: number | null;
}

export interface Span {
  readonly seed: number;
  readonly from: Day;
  readonly as_of: Day;
}

/** All episodes admitted in the span, by day of admission; a person's episodes never overlap. */
export function drawEpisodes(span: Span, programs: readonly Program[], perYear: number): Episode[] {
  const episodes: Episode[] = [];
  for (const arrival of arrivals(span, programs, perYear)) {
    const client = drawClient(span.seed, episodes.length, Number(isoOf(arrival.day).slice(0, 4)));
    let next: Arrival | null = arrival;
    while (next !== null) {
      const episode = drawEpisode(span.seed, episodes.length, client, next, programs);
      episodes.push(episode);
      next = drawNext(span, episode, programs);
    }
  }
  return episodes.sort((a, b) => a.admitted_on - b.admitted_on || a.number - b.number);
}

interface Arrival {
  readonly program: Program;
  readonly day: Day;
  readonly came: Episode["came"];
}

function arrivals(span: Span, programs: readonly Program[], perYear: number): Arrival[] {
  return programs.flatMap((program) => {
    const random = new Random(span.seed, "arrivals", program.program_key);
    const days = clinicDays(program, span.from, span.as_of);
    const count = Math.round((perYear * program.share_of_admissions * (span.as_of - span.from + 1)) / 365.25);
    return Array.from({length: count}, () => ({
      program,
      day: random.pick(days),
      came: "new" as const
    }));
  });
}

function drawEpisode(
  seed: number,
  number: number,
  client: Client,
  {program, day, came}: Arrival,
  programs: readonly Program[]
): Episode {
  const random = new Random(seed, "episode", number);
  return {
    number,
    episode_key: keyOf("e", number),
    client,
    program,
    admitted_on: day,
    came,
    group_key: `${program.program_key}-group-${random.between(1, program.groups)}`,
    prescribed_hours_week: random.chance(0.03) ? null : program.hours_week,
    ...drawCircumstances(random, program),
    ...drawStay(random, program, day, programs)
  };
}

/** Where the person goes on: to the program that takes the transfer, back to the same one within 90 days, or nowhere. */
function drawNext(span: Span, episode: Episode, programs: readonly Program[]): Arrival | null {
  const random = new Random(span.seed, "next", episode.number);
  const arrival = continuation(random, episode, programs) ?? readmission(random, episode);
  return arrival !== null && arrival.day <= span.as_of ? arrival : null;
}

function continuation(random: Random, episode: Episode, programs: readonly Program[]): Arrival | null {
  const key = episode.transfer_to === null ? undefined : episode.program.continues_at[episode.transfer_to];
  const program = programs.find((one) => one.program_key === key);
  if (program === undefined || !random.chance(0.9)) return null;
  const today = isClinicDay(program, episode.discharged_on);
  const day = today ? episode.discharged_on : episode.discharged_on + 1;
  return isClinicDay(program, day) ? {program, day, came: "continued"} : null;
}

/** Days 2 to 27 and 31 to 86, moved on to a clinic day, stay within 30 and 90 days but for the closed days of December. */
function readmission(random: Random, episode: Episode): Arrival | null {
  if (episode.reason === "death" || episode.reason === "incarcerated") return null;
  const draw = random.uniform();
  if (draw >= parameters.readmission_90) return null;
  const gap = draw < parameters.readmission_30 ? random.between(2, 27) : random.between(31, 86);
  const day = clinicDayFrom(episode.program, episode.discharged_on + gap);
  return {program: episode.program, day, came: "readmitted"};
}
