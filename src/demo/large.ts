import {isoOf} from "./calendar.ts";
import {csvLine} from "./csv.ts";
import type {DemoDelivery, DemoFile} from "./deliveries.ts";
import {keyOf} from "./keys.ts";
import {
  clientsOf,
  type LargeEpisode,
  type LargePlan,
  largeEpisode,
  largePlan,
  sessionsPerEpisode
} from "./large_episode.ts";
import {answerTables, assessmentHeader, assessmentLines, dateOf, sessionHeader, sessionLines} from "./large_rows.ts";
import {columns, type FileName, type Row} from "./layout.ts";
import {drawClient} from "./people.ts";
import {clientRow} from "./rows.ts";

export interface LargeOptions {
  readonly seed: number;
  readonly source: string;
  readonly episodes: number;
  readonly programs: number;
  readonly delivered_on: string;
}

const defaults: LargeOptions = {
  seed: 20260331,
  source: "synthetic-large",
  episodes: 200000,
  programs: 24,
  delivered_on: "2026-03-30"
};

/**
 * A large organisation for benchmarks: one full delivery with 24 sessions and 8 assessments an episode, and the delta of the
 * night after, in which 1 % of the episodes change or are new. Every file comes in pieces of text, never whole.
 */
export function largeOrganisation(given: Partial<LargeOptions> = {}): DemoDelivery[] {
  const options = {...defaults, ...given};
  const plan = largePlan(options.seed, options.episodes, options.programs, options.delivered_on);
  const half = Math.floor(options.episodes / 200);
  const all = Array.from({length: options.episodes}, (_, number) => number);
  const changed = all.filter((number) => number % 200 === 0).slice(0, half);
  const added = Array.from({length: half}, (_, number) => options.episodes + number);
  return [
    delivery(options, plan, {mode: "full", episodes: all, clients: all.slice(0, clientsOf(plan)), changed: new Set()}),
    delivery(options, plan, {
      mode: "delta",
      episodes: [...changed, ...added],
      clients: added,
      changed: new Set(changed)
    })
  ];
}

interface Part {
  readonly mode: "full" | "delta";
  readonly episodes: readonly number[];
  readonly clients: readonly number[];
  /** Episodes told before, of which some rows are corrected. */
  readonly changed: ReadonlySet<number>;
}

function delivery(options: LargeOptions, plan: LargePlan, part: Part): DemoDelivery {
  const delivered_on = isoOf(plan.as_of + (part.mode === "full" ? 0 : 1));
  const episodes = part.episodes.length;
  const counts = {episodes, sessions: episodes * sessionsPerEpisode, assessments: episodes * 8};
  const header = {
    format: "plumbline-delivery",
    version: 1,
    source: options.source,
    delivered_on,
    mode: part.mode,
    counts
  };
  const answers = answerTables(options.seed);
  const ofEpisodes = (head: string, lines: (episode: LargeEpisode) => string) =>
    pieces(head, part.episodes, (number) => lines(largeEpisode(plan, number)));
  const files: DemoFile[] = [
    {name: "delivery.json", chunks: [`${JSON.stringify(header, null, 2)}\n`]},
    {name: "clients.csv", chunks: pieces(headOf("clients"), part.clients, (number) => clientLine(plan, number))},
    {
      name: "episodes.csv",
      chunks: ofEpisodes(episodeHeader, (one) => episodeLine(plan, one, part.changed.has(one.number)))
    },
    {
      name: "sessions.csv",
      chunks: ofEpisodes(sessionHeader, (one) => sessionLines(plan, one, part.changed.has(one.number)))
    },
    {name: "assessments.csv", chunks: ofEpisodes(assessmentHeader, (one) => assessmentLines(plan, one, answers))},
    {name: "followups.csv", chunks: ofEpisodes(headOf("followups"), (one) => followupLine(plan, one))}
  ];
  const programs = {name: "programs.csv", chunks: [programFile(options.programs, dateOf(plan, plan.first_day))]};
  return {folder: delivered_on, files: part.mode === "full" ? [...files, programs] : files};
}

/** Text in pieces of about 64 kB; each pass over it starts anew. */
function pieces(head: string, numbers: readonly number[], lines: (number: number) => string): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let text = head;
      for (const number of numbers) {
        text += lines(number);
        if (text.length < 65536) continue;
        yield text;
        text = "";
      }
      yield text;
    }
  };
}

const episodeHeader =
  "episode_key,client_key,program_key,admitted_on,discharged_on,discharge_reason,payer,prescribed_hours_week\n";

/** A changed episode's payer is corrected. */
function episodeLine(plan: LargePlan, episode: LargeEpisode, isChanged: boolean): string {
  const admitted = dateOf(plan, plan.meetings[episode.start] ?? plan.as_of);
  const isOpen = episode.discharged_on === null;
  const closing = isOpen ? "," : `${dateOf(plan, episode.discharged_on ?? plan.as_of)},${episode.reason}`;
  const payer = isChanged ? "self_pay" : episode.number % 3 === 0 ? "medicaid" : "commercial";
  return `${episode.key},${keyOf("c", episode.client)},large-${episode.program},${admitted},${closing},${payer},9\n`;
}

function clientLine({seed, dates}: LargePlan, number: number): string {
  const row = clientRow(drawClient(seed, number, Number(dates[0]?.slice(0, 4))), null);
  return lineOf("clients", row);
}

function followupLine(plan: LargePlan, {number, key, discharged_on, followed_on}: LargeEpisode): string {
  if (discharged_on === null || discharged_on + 195 > plan.as_of) return "";
  const contacted = dateOf(plan, followed_on ?? discharged_on + 180);
  return `${keyOf("f", number)},${key},${contacted},${followed_on === null ? "unreachable" : "reached"},2\n`;
}

function programFile(programs: number, openedOn: string): string {
  const rows = Array.from({length: programs}, (_, number) =>
    lineOf("programs", {
      program_key: `large-${number}`,
      site_key: `site-${Math.floor(number / 2)}`,
      name: `SYNTHETIC Program ${number}`,
      population: number % 3 === 2 ? "dual" : "mh",
      age_group: "adult",
      level_of_care: "iop",
      planned_weeks: "8",
      planned_hours_week: "9",
      opened_on: openedOn
    })
  );
  return headOf("programs") + rows.join("");
}

function headOf(file: FileName): string {
  return `${columns[file].join(",")}\n`;
}

function lineOf(file: FileName, row: Row): string {
  return `${csvLine(columns[file].map((column) => row[column] ?? ""))}\n`;
}
