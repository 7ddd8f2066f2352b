import {slug} from "../addresses.ts";
import type {Catalogue, Instrument} from "../catalogue.ts";
import {draw} from "../charts/draw.ts";
import {type ChartSize, narrow} from "../charts/theme.ts";
import {isDrawn, type ScoreScale, trajectoryRows, trajectorySpec} from "../charts/trajectory_spec.ts";
import {chartFigure, notes} from "../components/chart_figure.ts";
import {formatCount, formatValue} from "../components/format.ts";
import {html, type Markup} from "../components/markup.ts";
import {endColumn, shown, shownCount} from "../components/numbers_table.ts";
import {table} from "../components/table.ts";
import {breakdownLabel, groupLabel, lowerFirst, statusLabel, upperFirst} from "../components/words.ts";
import type {RowOf} from "../published.ts";

type WeekRow = RowOf<"trajectory">;

/** Scores of an instrument by week: everyone, then each group of each breakdown, all on one scale, and the rows behind them. */
export async function trajectory(
  catalogue: Catalogue,
  instrument: Instrument,
  rows: readonly WeekRow[]
): Promise<Markup> {
  const scale = scoreScale(instrument, rows);
  if (scale === null)
    return html`<p>No week of the ${instrument.label} has a value to draw.</p>${behind(catalogue, instrument, rows)}`;
  const everyone = rows.filter(({breakdown}) => breakdown === "all");
  const breakdowns = [...new Set(rows.map(({breakdown}) => breakdown))].filter((id) => id !== "all");
  const parts = await Promise.all(
    breakdowns.map((breakdown) =>
      smallMultiples(catalogue, {instrument, scale, breakdown, rows: rows.filter((row) => row.breakdown === breakdown)})
    )
  );
  return html`${everyone.length === 0 ? null : await ofEveryone(catalogue, {instrument, scale, rows: everyone})}
${parts}
${behind(catalogue, instrument, rows)}`;
}

/**
 * One scale for all charts of an instrument: from its lowest score up to the band above the highest bound, or to the next ten;
 * null where no week is published.
 */
export function scoreScale(
  {minimum = 0, maximum, bands = []}: Instrument,
  rows: readonly WeekRow[]
): ScoreScale | null {
  const drawn = rows.filter(isDrawn);
  if (drawn.length === 0) return null;
  const top = Math.max(...drawn.map(({value, upper}) => upper ?? value ?? minimum));
  const above = bands.find(({from}) => from >= top)?.from ?? Math.ceil(top / 10) * 10;
  const scores = [minimum, Math.max(minimum + 1, Math.min(above, maximum ?? above))] as const;
  return {scores, bands, lastWeek: Math.max(...rows.map(({week}) => week ?? 0))};
}

interface Drawing {
  instrument: Instrument;
  scale: ScoreScale;
  rows: readonly WeekRow[];
}

async function ofEveryone(catalogue: Catalogue, {instrument, scale, rows}: Drawing): Promise<Markup> {
  const words = weekWords(catalogue, `${instrument.label} by week, everyone`, rows);
  const drawn = (size: ChartSize) => draw(trajectorySpec(scale, size), trajectoryRows(rows, scale.lastWeek), words);
  return chartFigure({
    title: `Where do ${instrument.label} scores stand, week by week?`,
    subtitle: `${instrument.label}, mean score in points by week since admission, all programs, all time; point and 95% interval, n above each week, dotted lines bands of severity`,
    wide: await drawn({width: 720, height: 320}),
    narrow: await drawn({width: narrow.width, height: 300}),
    rows: {name: `trajectories/${instrument.id}`, rows},
    below: [...whoIsLeft(rows), ...notDrawn(catalogue, rows)]
  });
}

async function smallMultiples(
  catalogue: Catalogue,
  {instrument, scale, rows, breakdown}: Drawing & {breakdown: string}
): Promise<Markup> {
  const label = lowerFirst(breakdownLabel(catalogue, breakdown));
  const groups = [...Map.groupBy(rows, ({group}) => group)];
  const charts = groups.map(async ([group, own]) => {
    const name = upperFirst(groupLabel(catalogue, breakdown, group));
    const words = weekWords(catalogue, `${instrument.label} by week, ${name}`, own);
    const below = [...whoIsLeft(own), ...notDrawn(catalogue, own)];
    if (!own.some(isDrawn))
      return html`<figure class="chart"><figcaption><strong>${name}</strong></figcaption>${notes(below)}</figure>`;
    return chartFigure({
      title: name,
      subtitle: `${instrument.label}, mean score in points by week since admission, all time, on the scale above`,
      wide: await draw(
        trajectorySpec(scale, {width: narrow.width, height: 260}),
        trajectoryRows(own, scale.lastWeek),
        words
      ),
      rows: {name: `trajectories/${instrument.id}_by_${breakdown}_${slug(group)}`, rows: own},
      below
    });
  });
  return html`<h3>Does it run alike by ${label}?</h3>
<div class="charts">${await Promise.all(charts)}</div>`;
}

/** How many scores the first and the last week drawn rest on: the reason why the line is not the course of anyone. */
function whoIsLeft(rows: readonly WeekRow[]): string[] {
  const drawn = rows.filter((row) => isDrawn(row) && row.units !== null);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const [early, late] = [shownCount(first.units), shownCount(last.units)];
  return [
    `Week ${first.week} rests on ${early} scores, week ${last.week} on ${late}: only who was still there and answered.`
  ];
}

/** Weeks without a plain point, by status: "Hidden to protect people: weeks 11, 12." */
function notDrawn(catalogue: Catalogue, rows: readonly WeekRow[]): string[] {
  const byStatus = Map.groupBy(
    rows.filter(({status, value}) => status !== "published" || value === null),
    ({status}) => status
  );
  return [...byStatus].map(([status, weeks]) => {
    const label = status === "published" ? "not estimable" : statusLabel(catalogue, status);
    const sign = status === "unstable" ? " (hollow points)" : "";
    return `${upperFirst(label)}${sign}: ${weeks.length === 1 ? "week" : "weeks"} ${weeks.map(({week}) => week).join(", ")}.`;
  });
}

/** The finding for those who do not see it: the first and the last week with their means, and what is not drawn. */
function weekWords(catalogue: Catalogue, what: string, rows: readonly WeekRow[]): string {
  const told = rows.filter(isDrawn);
  const ends = told.length < 2 ? told : [told[0] as WeekRow, told.at(-1) as WeekRow];
  const means = ends.map(
    ({week, value, lower, upper, units}) =>
      `week ${week} mean ${shown(value, "points")} (${shown(lower, "points")} to ${shown(upper, "points")}; n = ${shownCount(units)})`
  );
  const many = `${formatCount(told.length)} ${told.length === 1 ? "week" : "weeks"} drawn`;
  return [`${what}: ${many}, ${means.join(", ")}. Each week has its own people.`, ...notDrawn(catalogue, rows)].join(
    " "
  );
}

function behind(catalogue: Catalogue, {label}: Instrument, rows: readonly WeekRow[]): Markup {
  return html`<details><summary>Show the numbers of the ${label}</summary>${table({
    caption: `${label} by week since admission, all time, the numbers`,
    columns: [{heading: "Group"}, ...["Week", "Mean score", "Lower", "Upper", "n"].map(endColumn), {heading: "Status"}],
    kind: "numbers",
    rows: rows.map((row) => [
      row.breakdown === "all" ? "everyone" : groupLabel(catalogue, row.breakdown, row.group),
      row.week === null ? "–" : String(row.week),
      ...[row.value, row.lower, row.upper].map((score) => (score === null ? "–" : formatValue(score, "points"))),
      shownCount(row.units),
      statusLabel(catalogue, row.status)
    ])
  })}</details>`;
}
