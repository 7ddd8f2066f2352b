import {measurePath} from "../addresses.ts";
import type {Catalogue, Measure} from "../catalogue.ts";
import {draw} from "../charts/draw.ts";
import {intervalRows, intervalSpec} from "../charts/interval_spec.ts";
import {chartFigure} from "../components/chart_figure.ts";
import {claimAbout, claimList} from "../components/claim.ts";
import {intervalRow} from "../components/compared.ts";
import {html, type Markup} from "../components/markup.ts";
import {reasons} from "../components/reasons.ts";
import {table} from "../components/table.ts";
import {counts, figureWords, intervalLimits, statusWords, value} from "../components/value.ts";
import type {ResultRow} from "../published.ts";
import type {Tables} from "../tables.ts";
import {everyone, isShown, whomInWords} from "../view.ts";

const measured = ["baseline_measured", "end_measured", "paired_completeness", "weekly_measured", "followup_retention"];

type Shown = Pick<Tables, "results" | "claims">;

/** For whom outcomes were measured: everyone and each program, over all time, by the published measures of it. */
export async function completeness(catalogue: Catalogue, {results, claims}: Shown): Promise<Markup> {
  const rows = results.filter(
    ({measure, period_type, breakdown}) =>
      period_type === "all" && ["all", "program"].includes(breakdown) && measured.includes(measure)
  );
  const counted = measured.filter((id) => rows.some(({measure}) => measure === id));
  const measures = counted.flatMap((id) => catalogue.measures.find((one) => one.id === id) ?? []);
  if (measures.length === 0) return html`<p>This release holds no measure of how complete the data are.</p>`;
  const sentences = measures.flatMap(
    ({id}) =>
      claimAbout(
        claims.filter(({measure}) => measure === id),
        everyone,
        "level"
      ) ?? []
  );
  return html`<div class="split">${await chart(catalogue, measures, rows.filter(isShown(everyone)))}
<div>${claimList(sentences)}</div></div>
${scorecard(catalogue, measures, rows)}
${reasons(catalogue, rows)}
<p class="rule">Counting rules: ${measures.map(
    ({id, label}, index) => html`${index === 0 ? "" : ", "}<a href="${measurePath(id)}#definition">${label}</a>`
  )}.</p>`;
}

async function chart(
  catalogue: Catalogue,
  measures: readonly Measure[],
  rows: readonly ResultRow[]
): Promise<Markup | null> {
  const shown = measures.flatMap(({id, label}) => {
    const row = rows.find(({measure}) => measure === id);
    const line = row === undefined ? null : intervalRow(catalogue, {row, comparison: undefined});
    return row === undefined || line === null
      ? []
      : [{row, line: {...line, label, words: `${label}: ${figureWords(catalogue, row)}`}}];
  });
  const [first] = shown;
  if (first === undefined) return null;
  const words = `How complete the scores are, all programs, all time. ${shown.map(({line}) => line.words).join("; ")}.`;
  const lines = shown.map(({line}) => line);
  return chartFigure({
    title: "How complete are the scores?",
    subtitle: `All programs, all time, data as of ${first.row.as_of}, in percent; dot and 95% interval`,
    wide: await draw(intervalSpec({unit: "share", scale: "linear"}), intervalRows(lines, null), words),
    rows: {name: "quality/completeness", rows: shown.map(({row}) => row)}
  });
}

function scorecard(catalogue: Catalogue, measures: readonly Measure[], rows: readonly ResultRow[]): Markup {
  const everywhere = rows.filter(({breakdown}) => breakdown === "all");
  const places = [everyone, ...catalogue.programs.map(({group}) => ({breakdown: "program", group}))];
  return table({
    caption: `Shares measured, by program, all time, data as of ${catalogue.as_of}`,
    columns: [{heading: "Program"}, ...measures.map(({label}) => ({heading: label}))],
    kind: "scorecard",
    rows: places.map(({breakdown, group}) => [
      breakdown === "all" ? "All programs" : whomInWords(catalogue, {breakdown, group}),
      ...measures.map(({id}) => {
        const own = breakdown === "all" ? everywhere : rows.filter((row) => row.group === group);
        return cell(
          catalogue,
          own.find(({measure}) => measure === id)
        );
      })
    ])
  });
}

function cell(catalogue: Catalogue, row: ResultRow | undefined): Markup {
  if (row === undefined) return html`<span class="words">nothing counted</span>`;
  const words = statusWords(catalogue, row);
  const status = words === null ? null : html`<span class="words">${words}</span>`;
  if (row.value === null) return html`${status}`;
  return html`<strong>${value(row)}</strong> ${status}<small>${intervalLimits(row) ?? "no interval"}</small><small>${counts(row)}</small>`;
}
