import {isoOf} from "./calendar.ts";
import type {Draft, Drafts} from "./drafts.ts";
import type {Implausible} from "./implausible.ts";
import type {FileCounts} from "./ledger.ts";
import type {DemoOptions} from "./options.ts";
import type {Organisation} from "./organisation.ts";
import {parameters} from "./parameters.ts";
import type {ExitShares, Program, ProgramPlan} from "./programs.ts";
import type {Refused} from "./refused_deliveries.ts";
import type {Instrument} from "./scores.ts";
import type {Plant} from "./statements.ts";
import {countTotals, countTruth, type FileTotal, type ProgramTruth, waitingAtTheEnd} from "./truth.ts";

/** A faulty row and where it lies; the first line of a file is its header, line 1. */
export interface PlantedRow extends Plant {
  readonly delivery: string;
  readonly file: string;
  readonly line: number;
  readonly key: string;
}

export interface ExpectedDelivery {
  readonly delivery: string;
  readonly delivered_on: string;
  readonly sequence: number;
  readonly mode: "full" | "delta";
  readonly files: readonly FileCounts[];
}

/** What a program was drawn from, its site's effects applied. Changes are points from baseline to last score. */
export interface ProgramAnswers {
  readonly program_key: string;
  readonly site_key: string;
  readonly exits: Readonly<ExitShares>;
  readonly median_days: ProgramPlan["median_days"];
  readonly phq9_change: Changes;
  readonly gad7_change: Changes;
  /** Null where the program does not give it. */
  readonly pcl5_change: Changes | null;
}

interface Changes {
  readonly completers: number;
  readonly others: number;
}

/** What the example was made from, what it amounts to, and every fault in it. */
export interface AnswerSheet {
  readonly label: string;
  readonly options: Omit<DemoOptions, "programs">;
  readonly as_of: string;
  readonly parameters: typeof parameters;
  readonly programs: readonly ProgramAnswers[];
  /** Dates and places of what befell the organisation. */
  readonly incidents: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly truth: {readonly programs: readonly ProgramTruth[]; readonly files: readonly FileTotal[]};
  readonly planted: {readonly rows: readonly PlantedRow[]; readonly implausible: readonly Implausible[]};
  readonly refused: readonly {readonly delivery: string; readonly code: string; readonly because: string}[];
  /** Accepted deliveries in the order of history. */
  readonly expected_counts: readonly ExpectedDelivery[];
}

interface Answers {
  readonly options: DemoOptions;
  readonly organisation: Organisation;
  readonly drafts: Drafts;
  readonly implausible: readonly Implausible[];
  readonly refused: readonly Refused[];
}

export function answerSheet({options, organisation, drafts, implausible, refused}: Answers): AnswerSheet {
  const {programs, ...asked} = options;
  const statements = drafts.drafts.flatMap(({files}) => files.flatMap((file) => file.statements));
  const waiting = waitingAtTheEnd(statements);
  return {
    label: "SYNTHETIC: every person, key and value is made up; no real program is described",
    options: asked,
    as_of: isoOf(organisation.span.as_of),
    parameters,
    programs: organisation.programs.map(programAnswers),
    incidents: incidentsInWords(organisation),
    truth: {programs: countTruth(drafts.ledger, waiting), files: countTotals(drafts.ledger, waiting)},
    planted: {
      rows: drafts.drafts.flatMap((draft, index) => plantedIn(draft, drafts.drafts.slice(index + 1))),
      implausible
    },
    refused: refused.map(({delivery, code, because}) => ({delivery: delivery.folder, code, because})),
    expected_counts: drafts.drafts.map(expectedOf)
  };
}

/** The planted rows of a draft; a later full delivery of the file closes a defect too, by leaving its key out. */
function plantedIn(draft: Draft, later: readonly Draft[]): PlantedRow[] {
  return draft.files.flatMap(({file, statements}) => {
    const isLeftOut = later.some(({mode, files}) => mode === "full" && files.some((other) => other.file === file));
    return statements.flatMap(({plant, key}, index) => {
      if (plant === undefined) return [];
      const mended = plant.mended || (plant.kind === "defect" && isLeftOut);
      return [{delivery: draft.folder, file: `${file}.csv`, line: index + 2, key, ...plant, mended}];
    });
  });
}

function expectedOf({folder, delivered_on, sequence, mode, files}: Draft): ExpectedDelivery {
  const counts = files.map((file) => file.counts);
  return {delivery: folder, delivered_on: isoOf(delivered_on), sequence, mode, files: counts};
}

function programAnswers(program: Program): ProgramAnswers {
  const {program_key, site_key, exits, median_days} = program;
  return {
    program_key,
    site_key,
    exits,
    median_days,
    phq9_change: changesOf(program, "phq9"),
    gad7_change: changesOf(program, "gad7"),
    pcl5_change: program.gives_pcl5 ? changesOf(program, "pcl5") : null
  };
}

function changesOf(program: Program, instrument: Instrument): Changes {
  const {change, baseline} = parameters[instrument];
  const shift = program.change_shift * baseline.sd;
  return {completers: change.completers + shift, others: change.others + shift};
}

/** The incidents with dates for days. */
function incidentsInWords({incidents}: Organisation): AnswerSheet["incidents"] {
  const dated = Object.entries(incidents).map(([name, incident]) => {
    const values = Object.entries<string | number>(incident).filter(([field]) => field !== "month");
    return [
      name,
      Object.fromEntries(values.map(([field, value]) => [field, typeof value === "number" ? isoOf(value) : value]))
    ];
  });
  return Object.fromEntries(dated);
}
