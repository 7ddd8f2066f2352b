import {join} from "node:path";
import {instruments} from "../../src/instruments/index.ts";
import {type Instrument, maximumOf} from "../../src/instruments/instrument.ts";
import {changeLimits} from "../../src/reference/change_limits.ts";
import {readNaturalCourse, referencesFor} from "../../src/reference/natural_course.ts";
import type {NaturalCourse, Reference, Review} from "../../src/reference/natural_course_schema.ts";
import {regressionOfScores} from "../../src/statistics/regression_to_the_mean.ts";
import {unchangedPairs} from "../../src/statistics/unchanged_pairs.ts";
import {project} from "../project.ts";
import {fillTemplate} from "./fill_template.ts";

/** docs/natural-course.md: the published references and what regression to the mean does, for quality staff and surveyors. */
export async function naturalCourseDocument(): Promise<string> {
  const course = await readNaturalCourse(join(project.root, "data/reference/natural_course.yaml"));
  const {baseline, points, weeks} = course.grading;
  const referenced = instruments.filter(({id}) => baseline[id] !== undefined);
  return fillTemplate("natural_course.md", {
    references: referenced.map((instrument) => referenceTable(course, instrument)).join("\n\n"),
    points: String(points),
    baselines: referenced.map(({id, label}) => `${baseline[id]} (${label})`).join(" or "),
    from: String(weeks.from),
    to: String(weeks.to),
    reviews: reviewTable(course.reviews),
    regression: referenced.map(regressionTable).join("\n\n")
  });
}

/** Weeks of a usual episode, for the order of references of one grade. */
const usualWeeks = 8;

function referenceTable(course: NaturalCourse, {id, label}: Instrument): string {
  const references = referencesFor(course, {instrument: id, weeks: usualWeeks});
  return [
    `### ${label}`,
    "",
    "| | grade | group | without the program | people | weeks | first | last | fall |",
    "|---|---|---|---|---|---|---|---|---|",
    ...references.map((reference, index) => `| ${[index + 1, ...cellsOf(reference)].join(" | ")} |`),
    "",
    ...references.map((reference, index) => `${index + 1}. ${groundsOf(reference)}`)
  ].join("\n");
}

function cellsOf(reference: Reference): (string | number)[] {
  const {grade, population, comparator, people, weeks, baseline, end} = reference;
  const spans = [people ?? "–", weeks ?? "–"];
  return [grade, population, comparator, ...spans, scoreInWords(baseline), scoreInWords(end), fallInWords(reference)];
}

function groundsOf({grade, because, caveat, citation, read}: Reference): string {
  const but = caveat === null ? "" : ` ${caveat.charAt(0).toUpperCase()}${caveat.slice(1)}.`;
  const where = read.where.startsWith(read.in) ? read.where : `${read.in}: ${read.where}`;
  return `${grade}: ${because}.${but} *${cited(citation)}* Read on ${read.on} (${where}).`;
}

function scoreInWords({value, sd, standard_error, quartiles}: Reference["baseline"]): string {
  if (quartiles !== null) return `median ${value} (quartiles ${quartiles.join(" to ")})`;
  if (sd !== null) return `${value} (SD ${sd})`;
  return standard_error === null ? String(value) : `${value} (SE ${standard_error})`;
}

function fallInWords(reference: Reference): string {
  const {value, quartiles} = reference.change;
  if (quartiles !== null) return `median ${value} (quartiles ${quartiles.join(" to ")})`;
  const limits = changeLimits(reference);
  return limits === null
    ? String(value)
    : `${value} (${limits.lower.toFixed(1)} to ${limits.upper.toFixed(1)}, ${limits.basis})`;
}

function cited({authors, year, title, journal, doi, url}: Reference["citation"]): string {
  const address = doi === null ? url : `doi:${doi}`;
  return `${authors.replace(/\.$/, "")}. ${title}. ${journal}, ${year}. ${address}.`;
}

function reviewTable(reviews: readonly Review[]): string {
  return [
    "| what | figure | unit | source |",
    "|---|---|---|---|",
    ...reviews.map(({construct, finding, value, lower, upper, unit, citation}) => {
      const figure = (number: number) => (unit === "share" ? percent(number) : String(number));
      const limits = lower === null || upper === null ? "" : ` (${figure(lower)} to ${figure(upper)})`;
      return `| ${construct}: ${finding} | ${figure(value)}${limits} | ${unit} | ${cited(citation)} |`;
    })
  ].join("\n");
}

/** Baselines of a made-up program, for the example only. */
const example: Readonly<Record<string, {readonly mean: number; readonly sd: number}>> = {
  phq9: {mean: 15, sd: 5.7},
  gad7: {mean: 12.8, sd: 5}
};

function regressionTable(instrument: Instrument): string {
  const {id, label, elevated_from, reliable_change, minimal_important_change} = instrument;
  const {mean, sd} = example[id] ?? {mean: Number.NaN, sd: Number.NaN};
  return [
    `**${label}**, for an example with a mean of ${mean} and an SD of ${sd} among everyone measured:`,
    "",
    `| reliability | fall of those from ${elevated_from} | response from ${elevated_from} | remission from ${elevated_from} | fall of ${minimal_important_change.points} or more, from ${minimal_important_change.points} | reliable improvement (${reliable_change.points}), everyone |`,
    "|---|---|---|---|---|---|",
    ...reliabilitiesOf(instrument).map(({value, words}) =>
      regressionRow(instrument, {mean, sd, reliability: value}, words)
    )
  ].join("\n");
}

/** Those of two measurements, and one that is only assumed: lower, as over a longer time. */
function reliabilitiesOf({reliability}: Instrument): {value: number; words: string}[] {
  const published = reliability.filter(({kind}) => kind.includes("apart"));
  return [
    ...published.map(({value, kind, source}) => ({value, words: `${value} (${kind}; ${source})`})),
    {value: 0.6, words: "0.6 (assumed, for a longer time)"}
  ];
}

function regressionRow(
  instrument: Instrument,
  scores: {readonly mean: number; readonly sd: number; readonly reliability: number},
  words: string
): string {
  const pairs = unchangedPairs({...scores, maximum: maximumOf(instrument)});
  const {elevated_from, remission_below, reliable_change, minimal_important_change} = instrument;
  const shown = (cutoff: number | null) =>
    pairs &&
    regressionOfScores(pairs, {
      cutoff,
      remission_below,
      reliable_change: reliable_change.points,
      minimal_important_change: minimal_important_change.points
    });
  const [selected, important, everyone] = [shown(elevated_from), shown(minimal_important_change.points), shown(null)];
  return `| ${[
    words,
    `${selected?.change.toFixed(2)} points`,
    percent(selected?.response),
    percent(selected?.remission),
    percent(important?.important_change),
    percent(everyone?.reliable_improvement)
  ].join(" | ")} |`;
}

function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(100 * share).toFixed(1)} %`;
}
