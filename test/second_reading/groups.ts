import type {ClientRow, EpisodeRow, ProgramRow, SessionRow} from "./rows.ts";
import {treatedSessions} from "./stay.ts";

export const breakdowns = [
  "all",
  "program",
  "site",
  "age_band",
  "sex",
  "gender",
  "race",
  "ethnicity",
  "language",
  "payer",
  "level_of_care",
  "population",
  "modality",
  "diagnosis_group",
  "co_occurring_sud",
  "discharge_reason",
  "program+payer"
] as const;

export type Breakdown = (typeof breakdowns)[number];
export type Groups = Record<Breakdown, string>;
export type PlaceGroups = Pick<Groups, "all" | "program" | "site">;

/** What an episode's groups are read from; programs are all that are stated, the sessions those of the episode. */
export interface Grouped {
  episode: EpisodeRow;
  client: ClientRow;
  program: ProgramRow;
  programs: ProgramRow[];
  sessions: SessionRow[];
}

/** The group of an episode in every breakdown (17.29, 17.30, 17.33). An empty code is `unknown`. */
export function groupsOf(grouped: Grouped): Groups {
  const {episode, client, program, programs} = grouped;
  const places = placeGroups(programs, program);
  const payer = episode.payer ?? "unknown";
  return {
    ...places,
    age_band: ageBand(ageAtAdmission(episode, client)),
    sex: client.sex ?? "unknown",
    gender: client.gender ?? "unknown",
    race: raceGroup(client.race),
    ethnicity: client.ethnicity ?? "unknown",
    language: client.language ?? "unknown",
    payer,
    level_of_care: program.level_of_care ?? "unknown",
    population: program.population,
    modality: modalityGroup(grouped.sessions),
    diagnosis_group: episode.diagnosis_group ?? "unknown",
    co_occurring_sud: episode.co_occurring_sud ?? "unknown",
    discharge_reason: episode.discharge_reason ?? "open", // 17.33
    "program+payer": `${escapePlus(places.program)}+${escapePlus(payer)}`
  };
}

/** The groups of a program, which referrals and meetings have too (17.30). */
export function placeGroups(programs: ProgramRow[], program: ProgramRow): PlaceGroups {
  return {
    all: "",
    program: shared(programs, program, "program_key") ? withSource(program, "program_key") : program.program_key,
    site: shared(programs, program, "site_key") ? withSource(program, "site_key") : program.site_key
  };
}

/** 17.2: years, null where the birth year is unknown. */
export function ageAtAdmission(episode: EpisodeRow, client: ClientRow): number | null {
  if (client.birth_year === null) return null;
  return Number(episode.admitted_on.slice(0, 4)) - client.birth_year;
}

function ageBand(age: number | null): string {
  if (age === null) return "unknown";
  if (age < 12) return "under 12";
  if (age <= 17) return "12-17";
  if (age <= 25) return "18-25";
  if (age <= 44) return "26-44";
  if (age <= 64) return "45-64";
  if (age <= 89) return "65-89";
  return "90+";
}

/** 17.29, 17.33. A race named twice is one race. */
function raceGroup(race: string | null): string {
  if (race === null) return "unknown";
  const given = race.split(";");
  const races = new Set(given.filter((code) => code !== "declined" && code !== "unknown"));
  if (races.size >= 2) return "multiracial";
  for (const only of races) return only;
  return given.includes("declined") ? "declined" : "unknown";
}

/** 17.33: the modality of more than 80 % of the treated sessions, an empty one being `unknown`; else `mixed`. */
function modalityGroup(sessions: SessionRow[]): string {
  const treated = treatedSessions(sessions);
  if (treated.length === 0) return "unknown";
  for (const modality of ["in_person", "video", "phone", "unknown"]) {
    const count = treated.filter((s) => (s.modality ?? "unknown") === modality).length;
    if (count * 10 > treated.length * 8) return modality; // exactly 80 % is mixed
  }
  return "mixed";
}

/** 17.30: another source uses the same key. */
function shared(programs: ProgramRow[], program: ProgramRow, key: "program_key" | "site_key"): boolean {
  return programs.some((other) => other.source !== program.source && other[key] === program[key]);
}

function withSource(program: ProgramRow, key: "program_key" | "site_key"): string {
  return `${program.source}/${program[key]}`;
}

function escapePlus(group: string): string {
  return group.replaceAll("+", "%2B");
}
