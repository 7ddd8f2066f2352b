import {formatCount, formatFigure, formatNumber} from "./format.ts";
import type {TrendGrounds} from "./grounds.ts";
import {between, bracketed, counts, interval, joined, measuredShare, onlyShare, signWords, unitsOf} from "./phrases.ts";
import type {Spoken} from "./strength.ts";

export function trendSentence(grounds: TrendGrounds, strength: Spoken): string {
  switch (strength) {
    case "tentative":
      return `too few to say how ${named(grounds)} moves: ${lastRange(grounds)}`;
    case "partial":
      return `${named(grounds)} among those measured: ${lastFigure(grounds, onlyMeasured(grounds))}`;
    case "descriptive":
      return `${named(grounds)}${grounds.chart.signal === null ? " shows no signal" : ""}: ${lastFigure(grounds, measured(grounds))}`;
    case "directional":
      return `${named(grounds)} shows a shift ${isUp(grounds) ? "upwards" : "downwards"}, ${signalWords(grounds)}: ${lastFigure(grounds, measured(grounds))}`;
    case "evaluative":
      return `${named(grounds)} shows ${isGain(grounds) ? "an improvement" : "a worsening"}, ${signalWords(grounds)}: ${lastFigure(grounds, measured(grounds))}`;
  }
}

/** "completion at North IOP by quarter" */
function named({finding, figure, chart}: TrendGrounds): string {
  return joined([finding.label, figure.where, `by ${chart.period_type}`]);
}

/** "the last of 16 quarters, 2026 Q1" */
function last({figure, chart}: TrendGrounds): string {
  return `the last of ${formatCount(chart.points)} ${chart.period_type}s, ${figure.period}`;
}

function lastRange(grounds: TrendGrounds): string {
  const {finding, figure} = grounds;
  const beside = ["95% interval", signWords(finding), unitsOf(finding, figure), measured(grounds)];
  return `${last(grounds)}, lies ${between(figure, figure.unit)}${bracketed(beside)}`;
}

function lastFigure(grounds: TrendGrounds, measuredWords: string): string {
  const {finding, figure} = grounds;
  const {value, unit} = figure;
  const beside = [
    interval(figure, unit),
    signWords(finding),
    counts(finding, figure),
    measuredWords,
    ...limitWords(grounds)
  ];
  return `${last(grounds)}, was ${value === null ? "" : formatFigure(value, unit)}${bracketed(beside)}`;
}

function limitWords({figure: {unit}, chart: {centre, lower_limit, upper_limit}}: TrendGrounds): string[] {
  if (centre === null || lower_limit === null || upper_limit === null) return [];
  return [
    `average ${formatNumber(centre, unit)}`,
    `control limits ${formatNumber(lower_limit, unit)} to ${formatNumber(upper_limit, unit)}`
  ];
}

function measured({finding, evidence}: TrendGrounds): string {
  return measuredShare(finding, evidence.share_measured);
}

function onlyMeasured({evidence}: TrendGrounds): string {
  return `${onlyShare(evidence.share_measured)} measured`;
}

const ruleWords = {
  outside_limits: "a figure outside the limits",
  trend: "seven figures in a row going one way",
  two_of_three: "two of three figures near one limit",
  shift: "seven figures in a row on one side of the average"
} as const;

function signalWords({chart: {signal}}: TrendGrounds): string {
  return signal === null ? "" : ruleWords[signal.rule];
}

function isUp({chart: {signal}}: TrendGrounds): boolean {
  return signal?.towards === "high";
}

function isGain(grounds: TrendGrounds): boolean {
  return isUp(grounds) === (grounds.finding.better === "higher");
}
