import {instruments} from "../instruments/index.ts";
import {canonicalJson, sha256} from "../ledger/canonical.ts";
import {measures} from "../measures/index.ts";
import type {UnitMeasure} from "../measures/measure.ts";
import type {CohortDefinition} from "./cohort_schema.ts";
import {columnsOf} from "./columns.ts";
import {type Criterion, readCriteria} from "./criteria.ts";
import {type DefinitionFile, mistakeAt, unknownName} from "./definition_file.ts";
import type {CohortField} from "./fields.ts";
import {readDefinition} from "./read_definition.ts";
import {speaksOfEpisodes} from "./read_verdicts.ts";

/** A request that can be answered: its names looked up, and what has to be read for it. */
export interface Cohort {
  /** With defaults filled in and lists whose order means nothing in order. */
  readonly definition: CohortDefinition;
  /** sha256 of the definition; comments, the order of keys and of such lists change nothing. */
  readonly hash: string;
  /** Columns of the table of episodes, in order, keys not among them. */
  readonly columns: readonly CohortField[];
  readonly include: readonly Criterion[];
  readonly exclude: readonly Criterion[];
  /** Whose scores have to be read. */
  readonly instruments: readonly string[];
  readonly measures: readonly UnitMeasure[];
}

/** Reads a request. Throws a UserError with file, line, column and what was probably meant, for whatever is wrong in it. */
export function readCohort(file: DefinitionFile): Cohort {
  const definition = inOrder(readDefinition(file));
  requireDates(definition, file);
  requireInstruments(definition, file);
  const columns = columnsOf(definition, file);
  for (const list of ["quasi_identifiers", "sensitive"] as const) requireColumns(list, columns, definition, file);
  const [include, exclude] = [readCriteria("include", definition, file), readCriteria("exclude", definition, file)];
  const criteria = [...include, ...exclude];
  const fields = [...columns, ...criteria.flatMap((one) => ("field" in one ? [one.field] : []))];
  const named = new Set([
    ...fields.flatMap(({measure}) => (measure === null ? [] : [measure])),
    ...criteria.flatMap((one) => ("measure" in one ? [one.measure.id] : []))
  ]);
  const scored = new Set([
    ...fields.flatMap(({instrument}) => (instrument === null ? [] : [instrument])),
    ...(definition.shape === "long" ? definition.instruments : [])
  ]);
  return {
    ...{definition, hash: sha256(canonicalJson(definition)), columns, include, exclude},
    instruments: instruments.map(({id}) => id).filter((id) => scored.has(id)),
    measures: measures.filter(speaksOfEpisodes).filter(({id}) => named.has(id))
  };
}

/** Lists whose order means nothing, each name once, in order. */
function inOrder(definition: CohortDefinition): CohortDefinition {
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  const {programs, sites, quasi_identifiers, sensitive} = definition;
  return {
    ...definition,
    programs: sorted(programs),
    sites: sorted(sites),
    quasi_identifiers: sorted(quasi_identifiers),
    sensitive: sorted(sensitive),
    include: definition.include.map(oneOf),
    exclude: definition.exclude.map(oneOf)
  };
}

/** A value alone is a list of one. */
function oneOf(condition: CohortDefinition["include"][number]): CohortDefinition["include"][number] {
  return Object.fromEntries(
    Object.entries(condition).map(([name, given]) => {
      if (name === "counted_in" || name === "numerator_of") return [name, given];
      if (Array.isArray(given)) return [name, [...new Set(given)].sort()];
      return [name, typeof given === "object" ? given : [given]];
    })
  );
}

function requireDates({dates, expert_determination}: CohortDefinition, file: DefinitionFile): void {
  if (dates === "shifted" && expert_determination === null)
    throw mistakeAt(file, ["dates"], {
      expected: "days_since_admission, or an expert's determination",
      found: "shifted without one",
      hint: "moved dates are no Safe Harbor method; name who determined that they may leave: expert_determination: {by: …, on: …, reference: …}"
    });
}

function requireInstruments({instruments: asked, shape}: CohortDefinition, file: DefinitionFile): void {
  const known = instruments.map(({id}) => id);
  for (const [index, id] of asked.entries())
    if (!known.includes(id))
      throw unknownName(file, ["instruments", index], {expected: "an instrument", found: id, known});
  if (shape !== "episodes" && asked.length === 0)
    throw mistakeAt(file, ["instruments"], {
      expected: `an instrument, since the shape is ${shape}`,
      found: "none",
      hint: `for example instruments: [${known[0]}]`
    });
}

function requireColumns(
  list: "quasi_identifiers" | "sensitive",
  columns: readonly CohortField[],
  definition: CohortDefinition,
  file: DefinitionFile
): void {
  const known = columns.map(({name}) => name);
  for (const name of definition[list])
    if (!known.includes(name))
      throw unknownName(file, [list], {expected: "columns that are asked for", found: name, known});
}
