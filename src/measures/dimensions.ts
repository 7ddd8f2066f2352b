import type {WarehouseEpisodeOutcome} from "../database/schema.ts";

/** A breakdown whose groups are a column of warehouse.episode_outcome. */
export const episodeBreakdowns = [
  "age_band",
  "sex",
  "gender",
  "race",
  "ethnicity",
  "language",
  "payer",
  "modality",
  "diagnosis_group",
  "co_occurring_sud",
  "discharge_reason"
] as const satisfies readonly (keyof WarehouseEpisodeOutcome)[];

/** A breakdown whose groups follow from the program; counted per program and rolled up. */
export const programBreakdowns = ["program", "site", "level_of_care", "population"] as const;

export type EpisodeBreakdown = (typeof episodeBreakdowns)[number];
export type ProgramBreakdown = (typeof programBreakdowns)[number];

/**
 * What SQL counts by, besides program and period: nothing ("all"), one breakdown of episodes, or two joined by +.
 * Everything that a program decides is rolled up from these.
 */
export type Dimension = string;

/** The dimensions that SQL must count for the crossed breakdowns asked for: "all", each breakdown of episodes, each pair of such. */
export function dimensionsFor(crossedBreakdowns: readonly string[]): Dimension[] {
  const pairs = crossedBreakdowns.filter((pair) => pair.split("+").every(isEpisodeBreakdown));
  return ["all", ...episodeBreakdowns, ...pairs];
}

export function isEpisodeBreakdown(name: string): name is EpisodeBreakdown {
  return (episodeBreakdowns as readonly string[]).includes(name);
}

export function isProgramBreakdown(name: string): name is ProgramBreakdown {
  return (programBreakdowns as readonly string[]).includes(name);
}

/** A group key as it stands in a joined one: + is what joins. */
export function escapeGroup(key: string): string {
  return key.replaceAll("+", "%2B");
}
