import {join} from "node:path";
import {inSchemas} from "../database/migrate.ts";
import {readStatement, valuesOf} from "../database/statement.ts";
import type {Warehouse} from "../database/warehouse.ts";
import type {Suffix} from "../measures/count.ts";
import type {UnitMeasure} from "../measures/measure.ts";
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

/** Every episode that takes part, with the scores and verdicts that an export asks for; in order of source and key. */
export async function readSubjects(warehouse: Warehouse, options: SubjectOptions): Promise<Subject[]> {
  const episodes = await read<EpisodeRow>(warehouse, "cohort_episode", options);
  const scores = options.instruments.length === 0 ? [] : await read<ScoreRow>(warehouse, "cohort_score", options);
  const scoresOf = Map.groupBy(scores, episodeKey);
  const verdicts = new Map<string, Awaited<ReturnType<typeof readVerdicts>>>();
  for (const measure of options.measures) verdicts.set(measure.id, await readVerdicts(warehouse, measure, options));
  return episodes.map((row) => {
    const key = episodeKey(row);
    const episode = options.restricted_zip3.has(row.zip3) ? {...row, zip3: "000"} : row;
    const own = [...verdicts].flatMap(([id, said]) => {
      const verdict = said.get(key);
      return verdict === undefined ? [] : [[id, verdict] as const];
    });
    return {
      episode,
      scores: Map.groupBy(scoresOf.get(key) ?? [], ({instrument}) => instrument),
      verdicts: new Map(own)
    };
  });
}

function read<Row>(warehouse: Warehouse, name: string, options: SubjectOptions): Promise<Row[]> {
  const statement = readStatement(join(options.sql, `${name}.sql`));
  const {as_of, prorate, instruments} = options;
  return warehouse.query<Row>(
    inSchemas(statement.text, options.suffix),
    valuesOf(statement, {as_of, prorate, instruments: [...instruments]})
  );
}
