import {instruments} from "../instruments/index.ts";
import {ideationItemOf} from "../instruments/instrument.ts";
import {keyFields} from "./catalogue.ts";
import type {Cohort} from "./cohort.ts";
import {movedInWords} from "./date_fields.ts";
import {yesNo, yesOrNo} from "./fields.ts";
import {missingReasons} from "./occasions.ts";
import type {ScoreRow, Subject} from "./subject.ts";
import type {Surrogates} from "./surrogates.ts";
import type {Field, Level, Table, Value} from "./table.ts";

/** A column of the long table. */
interface Column {
  readonly field: Field;
  readonly of: (row: ScoreRow, number: number, subject: Subject, surrogates: Surrogates) => Value;
}

/** The long table: a row for each assessment of the instruments asked for, those without a score too. */
export function scoresTable(
  {definition}: Pick<Cohort, "definition">,
  subjects: readonly Subject[],
  surrogates: Surrogates
): Table {
  const asked = instruments.filter(({id}) => definition.instruments.includes(id));
  const levels = asked.map(({id, label}) => ({code: id, label}));
  const hasItem9 = definition.item9 !== null && asked.some((one) => ideationItemOf(one) !== null);
  const columns = [
    ...keys,
    ...occasionColumns(levels),
    ...(definition.dates === "shifted" ? [movedDate] : []),
    ...scoreColumns,
    ...(hasItem9 ? [item9] : [])
  ];
  const rows = subjects.flatMap((subject) =>
    asked.flatMap(({id}) =>
      (subject.scores.get(id) ?? []).map((row, index) => columns.map(({of}) => of(row, index + 1, subject, surrogates)))
    )
  );
  return {
    name: "scores",
    grain: "an assessment of an episode by one instrument",
    fields: columns.map(({field}) => field),
    primary_key: ["episode_id", "instrument", "number"],
    rows
  };
}

const source = "assessments.csv";

function column(given: Pick<Field, "name" | "label" | "derivation"> & Partial<Field>, of: Column["of"]): Column {
  const plain = {type: "integer", levels: null, unit: null, missing_reason: null, sensitivity: "none", source} as const;
  return {field: {...plain, ...given}, of};
}

const keys: readonly Column[] = keyFields.map((key) => {
  const {name, label, derivation, type, sensitivity} = key;
  return column(
    {name, label, derivation, type, sensitivity, source: key.source},
    (_row, _number, subject, surrogates) => key.of(subject, surrogates)
  );
});

const occasions: readonly Level[] = [
  {code: "before", label: "before admission"},
  {code: "baseline", label: "at admission"},
  {code: "during", label: "in the program"},
  {code: "end", label: "at the end"},
  {code: "after", label: "after discharge"},
  {code: "followup", label: "at six months"},
  {code: "missed", label: "no score was had"}
];

function occasionColumns(levels: readonly Level[]): Column[] {
  return [
    column(
      {name: "instrument", label: "Instrument", type: "string", levels, derivation: "as delivered"},
      ({instrument}) => instrument
    ),
    column(
      {
        name: "number",
        label: "Number of the assessment",
        derivation: "from 1, in order of days, within episode and instrument; of a day, one assessment speaks"
      },
      (_row, number) => number
    ),
    column(
      {
        name: "occasion",
        label: "Occasion",
        type: "string",
        levels: occasions,
        derivation:
          "baseline: closest to admission, 14 days before to 7 days after; end: last after the baseline, up to 14 days after discharge; followup: closest to day 180 after discharge, days 150 to 210; others by their day"
      },
      ({occasion}) => occasion
    ),
    column(
      {
        name: "day",
        label: "Day",
        unit: "days since admission",
        derivation: "day of the assessment less day of admission"
      },
      ({day}) => day
    ),
    column(
      {
        name: "day_after",
        label: "Day, from discharge",
        unit: "days since discharge",
        derivation: "day of the assessment less day of discharge; empty while the episode is open"
      },
      ({day_after}) => day_after
    )
  ];
}

const movedDate = column(
  {
    name: "assessed_on",
    label: "Day of the assessment, moved",
    type: "string",
    unit: "date, YYYY-MM-DD",
    derivation: movedInWords
  },
  ({assessed_on}, _number, {episode}, {moved}) => moved(episode, assessed_on)
);

const scoreColumns: readonly Column[] = [
  column(
    {
      name: "score",
      label: "Score",
      unit: "points, higher is worse",
      missing_reason: "score_missing",
      derivation:
        "sum of the items, or the total where no item is given; few items missing are prorated where the settings say so"
    },
    ({score}) => score
  ),
  column(
    {
      name: "score_missing",
      label: "Why there is no score",
      type: "string",
      levels: missingReasons.slice(0, 7),
      derivation: "as delivered; not_scorable where too many items are missing"
    },
    ({missing_reason}) => missing_reason
  ),
  column(
    {
      name: "is_prorated",
      label: "Whether the score is prorated",
      type: "string",
      levels: yesNo,
      derivation: "yes where items are missing; empty where there is no score"
    },
    ({score, is_prorated}) => (score === null ? null : yesOrNo(is_prorated))
  )
];

const item9 = column(
  {
    name: "item_9",
    label: "Thoughts of death or of hurting oneself",
    levels: ["not at all", "several days", "more than half the days", "nearly every day"].map((label, code) => ({
      code,
      label
    })),
    ordered: true,
    derivation:
      "the answer to the item of the instrument that asks for them; empty where it is not answered or not asked",
    sensitivity: "sensitive"
  },
  ({ideation}) => ideation
);
