import type {Table, Value} from "../../../src/export/table.ts";
import {Random} from "../../../src/statistics/random.ts";
import {madeField} from "../anonymity/made_table.ts";

const ages = ["18-25", "26-44", "45-64", "65-89", "unknown"];
const payers = ["commercial", "medicaid", "medicare", "self_pay"];
const reasons = ["completed", "dropped_out", "transferred", "death", "open"];

/** An export as it is given out, of made-up people: a table of episodes and one of their scores. */
export function madeExport(people: number, seed = "export"): Table[] {
  const random = new Random(seed);
  const episodes: Value[][] = [];
  const scores: Value[][] = [];
  for (let person = 0; person < people; person++) {
    const sex = random.chance(0.6) ? "female" : "male";
    const several = random.chance(0.15) ? 2 : 1;
    for (let stay = 0; stay < several; stay++) {
      const id = `e${person}_${stay}`;
      const isOpen = random.chance(0.2);
      const reason = isOpen ? "open" : random.chance(0.01) ? "death" : random.pick(reasons.slice(0, 3));
      const discharge = isOpen ? null : random.between(5, 180);
      const baseline = random.chance(0.8) ? random.between(8, 27) : null;
      const end = baseline === null || isOpen || random.chance(0.3) ? null : random.between(0, 20);
      episodes.push([
        ...[`p${person}`, id, 2023 + random.between(0, 2), random.pick(ages), sex],
        ...[random.choose(payers.map((payer, index) => [payer, 8 / 4 ** index])), String(random.between(100, 999))],
        ...[reason, discharge, isOpen ? "open" : "given"],
        ...[baseline, baseline === null ? null : random.between(-3, 3), baseline === null ? "declined" : "given"],
        ...[end, end === null ? (isOpen ? "open" : "not_given") : "given"],
        ...[random.between(0, 400) / 4, random.between(0, 1)]
      ]);
      scores.push(...scoresOf(`p${person}`, id, discharge, random));
    }
  }
  return [episodeTable(episodes), scoreTable(scores)];
}

function scoresOf(person: string, episode: string, discharge: number | null, random: Random): Value[][] {
  return ["phq9", "gad7"].flatMap((instrument) => {
    let day = 0;
    return Array.from({length: random.between(0, 6)}, (_, index) => {
      day += random.between(1, 12);
      const isMissing = random.chance(0.1);
      const score = isMissing ? null : random.between(0, 27);
      const item = instrument === "phq9" && !isMissing ? random.between(0, 3) : null;
      return [
        ...[person, episode, instrument, index + 1, day, discharge === null ? null : day - discharge],
        ...[score, isMissing ? random.pick(["refused", "language"]) : null, item]
      ];
    });
  });
}

const key = {sensitivity: "key"} as const;
const quasi = {sensitivity: "quasi_identifier"} as const;
const whole = {type: "integer"} as const;

function episodeTable(rows: readonly (readonly Value[])[]): Table {
  return {
    name: "episodes",
    grain: "a stay of a person in a program",
    primary_key: ["episode_id"],
    rows,
    fields: [
      madeField("person_id", key),
      madeField("episode_id", key),
      madeField("year", {...whole, ...quasi}),
      madeField("age", {...quasi, codes: ages}),
      madeField("sex", {...quasi, codes: ["female", "male"]}),
      madeField("payer", {...quasi, codes: payers}),
      madeField("zip3", quasi),
      madeField("reason", {sensitivity: "sensitive", codes: [...reasons, "incarcerated"]}),
      madeField("discharge_day", {...whole, missing_reason: "discharge_missing"}),
      madeField("discharge_missing", {codes: ["open", "given"]}),
      madeField("baseline", {...whole, missing_reason: "baseline_missing"}),
      madeField("baseline_day", {...whole, missing_reason: "baseline_missing"}),
      madeField("baseline_missing", {codes: ["given", "declined", "not_given"]}),
      madeField("end", {...whole, missing_reason: "end_missing"}),
      madeField("end_missing", {codes: ["given", "open", "not_given"]}),
      madeField("hours", {type: "number", unit: "hours"}),
      madeField("completed", whole)
    ]
  };
}

function scoreTable(rows: readonly (readonly Value[])[]): Table {
  return {
    name: "scores",
    grain: "an assessment of an episode by one instrument",
    primary_key: ["episode_id", "instrument", "number"],
    rows,
    fields: [
      madeField("person_id", key),
      madeField("episode_id", key),
      madeField("instrument", {codes: ["phq9", "gad7"]}),
      madeField("number", whole),
      madeField("day", {...whole, unit: "days since admission"}),
      madeField("day_after", {...whole, unit: "days since discharge"}),
      madeField("score", {...whole, missing_reason: "score_missing"}),
      madeField("score_missing", {codes: ["refused", "language"]}),
      madeField("item_9", {...whole, sensitivity: "sensitive", codes: [0, 1, 2, 3]})
    ]
  };
}

/** The values of a column, in the order of the rows. */
export function columnOf(table: Table | undefined, name: string): Value[] {
  const place = table?.fields.findIndex((field) => field.name === name) ?? -1;
  if (table === undefined || place < 0) throw new Error(`no column ${name}`);
  return table.rows.map((row) => row[place] ?? null);
}
