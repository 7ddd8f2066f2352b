import {join} from "node:path";
import {inSchemas} from "../database/migrate.ts";
import {readStatement, valuesOf} from "../database/statement.ts";
import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {UnitMeasure} from "../measures/measure.ts";
import {type Program, readPrograms} from "../publish/programs.ts";
import {episodeKey, readVerdicts} from "./read_verdicts.ts";
import type {EpisodeRow, ScoreRow, Subject} from "./subject.ts";

export interface SubjectOptions {
  /** Folder of sql/export. */
  readonly sql: string;
  readonly as_of: string;
  readonly suffix: Suffix;
  readonly prorate: boolean;
  /** Whose scores are read. */
  readonly instruments: readonly string[];
  /** Whose verdicts are read. */
  readonly measures: readonly UnitMeasure[];
  /** First digits of postal codes of areas where 20,000 people or fewer live. */
  readonly restricted_zip3: ReadonlySet<string>;
}

/** Everything that cohorts are chosen from. */
export interface Subjects {
  readonly programs: readonly Program[];
  /** Every episode that takes part, in order of source and key. */
  readonly subjects: readonly Subject[];
}

/** Reads every episode that takes part, with the scores and verdicts that an export asks for, all in one state of the warehouse. */
export function readSubjects(warehouse: Warehouse, options: SubjectOptions): Promise<Subjects> {
  return warehouse.transaction(async () => {
    // as in the build: estimates over joined keys are far too small for nested loops
    await warehouse.script("set local enable_nestloop to off");
    return readAll(warehouse, options);
  });
}

async function readAll(warehouse: Warehouse, options: SubjectOptions): Promise<Subjects> {
  const programs = await readPrograms(warehouse, options.suffix);
  const programOf = new Map(programs.map((program) => [keyOf(program), program]));
  const episodes = await read<Omit<EpisodeRow, "program" | "site">>(warehouse, "cohort_episode", options);
  const scores = options.instruments.length === 0 ? [] : await read<ScoreRow>(warehouse, "cohort_score", options);
  const scoresOf = Map.groupBy(scores, episodeKey);
  const verdicts = new Map<string, Awaited<ReturnType<typeof readVerdicts>>>();
  for (const measure of options.measures) verdicts.set(measure.id, await readVerdicts(warehouse, measure, options));
  const subjects = episodes.map((row) => {
    const key = episodeKey(row);
    const program = programOf.get(keyOf(row));
    if (program === undefined) throw new Error("an episode takes part whose program is not known");
    const zip3 = options.restricted_zip3.has(row.zip3) ? "000" : row.zip3;
    const own = [...verdicts].flatMap(([id, said]) => {
      const verdict = said.get(key);
      return verdict === undefined ? [] : [[id, verdict] as const];
    });
    return {
      episode: {...row, zip3, program: program.group, site: program.site},
      scores: Map.groupBy(scoresOf.get(key) ?? [], ({instrument}) => instrument),
      verdicts: new Map(own)
    };
  });
  return {programs, subjects};
}

function keyOf({source, program_key}: {readonly source: string; readonly program_key: string}): string {
  return JSON.stringify([source, program_key]);
}

function read<Row>(warehouse: Warehouse, name: string, options: SubjectOptions): Promise<Row[]> {
  const statement = readStatement(join(options.sql, `${name}.sql`));
  const {as_of, prorate, instruments} = options;
  return warehouse.query<Row>(
    inSchemas(statement.text, options.suffix),
    valuesOf(statement, {as_of, prorate, instruments: [...instruments]})
  );
}
