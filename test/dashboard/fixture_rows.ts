import type {ResultRow} from "../../src/dashboard/published.ts";
import type {FixtureMeasure} from "./fixture_measures.ts";

export const quarterNames = [
  "2024-Q1",
  "2024-Q2",
  "2024-Q3",
  "2024-Q4",
  "2025-Q1",
  "2025-Q2",
  "2025-Q3",
  "2025-Q4",
  "2026-Q1"
];

interface Cell {
  breakdown: string;
  group: string;
  period_type: ResultRow["period_type"];
  period: string;
  units: number;
}

/** A published row of completion for all programs and all time, with what a test gives it. */
export function resultRow(given: Partial<ResultRow> = {}): ResultRow {
  const cell = {
    measure: "completion",
    version: "1",
    domain: "effectiveness",
    breakdown: "all",
    group: "",
    period_type: "all" as const,
    period: ""
  };
  const figures = {units: 450, denominator: 450, numerator: 281, value: 281 / 450, lower: 0.579, upper: 0.668};
  return {...cell, ...figures, unit: "share", status: "published", reason: "", as_of: "2026-03-31", ...given};
}

/** Every row of results.csv of the invented release. `shift` moves all values, as a new release would. */
export function fixtureRows(measure: FixtureMeasure, shift: number): ResultRow[] {
  return cells(measure.id).map((cell, index) => withStatus(measure, cell, plainRow(measure, cell, index, shift)));
}

function cells(measure: string): Cell[] {
  const ever = {period_type: "all" as const, period: ""};
  const everyone = {breakdown: "all", group: ""};
  const quarterly = quarterNames.filter((period) => !(measure === "reliable_improvement" && period === "2024-Q4"));
  return [
    {...everyone, ...ever, units: 1450},
    ...["2024", "2025"].map((period) => ({...everyone, period_type: "year" as const, period, units: 610})),
    ...quarterly.map((period, index) => ({
      ...everyone,
      period_type: "quarter" as const,
      period,
      units: 140 + 7 * index
    })),
    ...programs.flatMap(({group, units}) => [
      {breakdown: "program", group, ...ever, units},
      ...quarterNames.map((period) => ({
        breakdown: "program",
        group,
        period_type: "quarter" as const,
        period,
        units: Math.round(units / 9)
      }))
    ]),
    ...strata.map(([breakdown, group, units]) => ({breakdown, group, ...ever, units}))
  ];
}

const programs = [
  {group: "n-iop", units: 830},
  {group: "South_IOP", units: 420},
  {group: "east/iop", units: 24}
];

const strata: [string, string, number][] = [
  ["site", "north", 1250],
  ["site", "east/main", 200],
  ["age_band", "18-25", 400],
  ["age_band", "26-44", 900],
  ["age_band", "90+", 4],
  ["payer", "medicaid", 700],
  ["payer", "unknown", 25],
  ["program+payer", "n-iop+medicaid", 300],
  ["program+payer", "east/iop+a%2Bb", 18]
];

function plainRow(measure: FixtureMeasure, cell: Cell, index: number, shift: number): ResultRow {
  const {id, version, domain, unit} = measure;
  const share = measure.numerator !== null;
  const denominator = id === "attendance" ? cell.units * 21 : cell.units;
  const wanted = measure.centre === 0 ? 0 : measure.centre * (1 + 0.04 * Math.sin(index) + shift);
  const numerator = share ? Math.round(wanted * denominator) : null;
  const value = numerator === null ? wanted : numerator / denominator;
  const half = measure.centre === 0 ? 0.003 : (measure.centre * 1.4) / Math.sqrt(cell.units);
  const {breakdown, group, period_type, period, units} = cell;
  return {
    ...{measure: id, version, domain, breakdown, group, period_type, period, units, denominator, numerator, value},
    ...{lower: measure.centre === 0 ? 0 : value - half, upper: share ? Math.min(1, value + half) : value + half},
    ...{unit, status: "published", reason: "", as_of: "2026-03-31"}
  };
}

/** The statuses that a real release has: too few people, an effect size of few, a window still open, few but shown. */
function withStatus(measure: FixtureMeasure, {period, units, breakdown}: Cell, row: ResultRow): ResultRow {
  const nothing = {denominator: null, numerator: null, value: null, lower: null, upper: null};
  const few = units < 11 || (measure.id === "completion" && period === "2024-Q3" && breakdown === "all");
  if (few)
    return {
      ...row,
      ...nothing,
      units: null,
      status: "suppressed",
      reason: "fewer than 11 people, or one could work it out"
    };
  const open = measure.domain === "follow_up" && period >= "2025-Q4" && period.includes("Q");
  if (open)
    return {
      ...row,
      ...nothing,
      units: null,
      status: "immature",
      reason: "the follow-up window closes after the as-of date"
    };
  const tiny = measure.unit === "sd" && units < 20;
  if (tiny)
    return {
      ...row,
      ...nothing,
      denominator: units,
      status: "insufficient",
      reason: "an effect size needs at least 20 pairs"
    };
  return units < 30 ? {...row, status: "unstable", reason: "fewer than 30 units: read with care"} : row;
}
