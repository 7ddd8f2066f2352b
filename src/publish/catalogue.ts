import {instruments} from "../instruments/index.ts";
import {maximumOf} from "../instruments/instrument.ts";
import {courseInWords, type Example} from "../measures/example.ts";
import {unitWords} from "../measures/grain.ts";
import {headline} from "../measures/index.ts";
import {isOverUnits, type Measure, type UnitMeasure, unitOf} from "../measures/measure.ts";
import {stepLabel} from "../measures/steps.ts";
import {type Settings, settingsSchema} from "../settings.ts";
import {breakdownLabels} from "./labels.ts";
import {stepsOf} from "./ladder.ts";
import type {Program} from "./programs.ts";
import {statusLabels} from "./statuses.ts";

interface CatalogueOptions {
  readonly measures: readonly Measure[];
  readonly settings: Settings;
  readonly programs: readonly Program[];
  readonly breakdowns: readonly string[];
  readonly as_of: string;
}

/** Definitions were last looked at by a person in this role on this day. */
const reviewed = {by: "Plumbline developers", on: "2026-11-21", next: "2027-11-21"};

/** catalogue.json: every measure as it declares itself, with the settings that were in force. */
export function catalogueOf({measures, settings, programs, breakdowns, as_of}: CatalogueOptions) {
  return {
    organisation: settings.organisation,
    synthetic: settings.synthetic,
    as_of,
    headline,
    measures: measures.map((measure) => entryOf(measure, settings)),
    breakdowns: breakdowns.map((id) => ({id, label: breakdownLabels(id)})),
    programs: programs.map(({group, name, site, population, level_of_care}) => ({
      group,
      name,
      site,
      population,
      level_of_care
    })),
    sites: [...new Set(programs.map(({site}) => site))].sort().map((group) => ({group})),
    annotations: settings.annotations,
    targets: settings.targets,
    statuses: statusLabels,
    instruments: instruments.map((instrument) => ({
      id: instrument.id,
      label: instrument.label,
      minimum: 0,
      maximum: maximumOf(instrument),
      bands: instrument.bands
    }))
  };
}

function entryOf(measure: Measure, settings: Settings) {
  const {id, version, label, question, why, method, caveats, domain, better, source, period_by} = measure;
  return {
    id,
    version,
    label,
    question,
    why,
    method,
    caveats,
    domain,
    grain: measure.grain === "score" ? "episode" : measure.grain,
    denominator: denominatorInWords(measure),
    numerator: numeratorInWords(measure),
    estimator: estimators[measure.kind],
    interval: intervals[measure.kind],
    unit: unitOf(measure),
    better,
    period_by,
    finest_period: isOverUnits(measure) && measure.quarter !== undefined ? "quarter" : "month",
    parameters: measure.parameters.map((name) => ({name, value: String(settings[name]), label: labelOf(name)})),
    source,
    reviewed,
    ladder: ladderOf(measure),
    examples: measure.examples.map(exampleOf)
  };
}

const estimators: Readonly<Record<Measure["kind"], string>> = {
  proportion: "proportion",
  session_ratio: "ratio of totals",
  mean_change: "mean of baseline less later score",
  effect_size: "standardised mean change, baseline SD, exact small-sample correction (g_pre)",
  median: "median (type 7)",
  share_within: "proportion",
  median_rate: "median (type 7)",
  unit_ratio: "ratio of totals",
  time_to_event: "Kaplan-Meier median",
  cumulative_incidence: "Aalen-Johansen cumulative incidence"
};

const intervals: Readonly<Record<Measure["kind"], string>> = {
  proportion: "Wilson, 95 %",
  session_ratio: "Wilson with the effective number of sessions, 95 %",
  mean_change: "t with n - 1 degrees of freedom, 95 %",
  effect_size: "normal with Bonett's variance, 95 %",
  median: "order statistics, 95 %",
  share_within: "Wilson, 95 %",
  median_rate: "order statistics, 95 %",
  unit_ratio: "Wilson with the effective number of weeks, 95 %",
  time_to_event: "log-log bands, 95 %",
  cumulative_incidence: "log(-log) with Aalen's variance, 95 %"
};

function denominatorInWords(measure: Measure): string {
  if (!isOverUnits(measure)) return `${measure.grain}s (${inWords(measure.denominator)}), of all episodes`;
  const [, units] = unitWords[measure.grain];
  const steps =
    measure.counted.length === 0 ? "all" : measure.counted.map((step) => stepLabel(step, measure)).join("; ");
  return `${units}: ${steps}${measure.kind === "unit_ratio" ? `; of these, ${inWords(measure.denominator)}` : ""}`;
}

function numeratorInWords(measure: Measure): string | null {
  switch (measure.kind) {
    case "session_ratio":
    case "unit_ratio":
      return `of these, ${inWords(measure.numerator)}`;
    case "proportion":
    case "share_within":
      return measure.method;
    default:
      return null;
  }
}

function inWords(column: string): string {
  return column.replaceAll("_", " ");
}

function ladderOf(measure: Measure): {step: string; label: string}[] {
  return isOverUnits(measure) ? rungsOf(measure) : [];
}

function rungsOf(measure: UnitMeasure): {step: string; label: string}[] {
  const {steps, notes} = stepsOf(measure);
  return [...steps, ...notes].map((step) => ({step, label: stepLabel(step, measure)}));
}

function exampleOf({because, course, counts, value}: Example) {
  return {because, counts, ...(value === undefined ? {} : {value}), rows: courseInWords(course)};
}

function labelOf(name: keyof Settings): string {
  const {label} = settingsSchema.shape[name].meta() ?? {};
  return typeof label === "string" ? label : name;
}
