import type {Changes} from "../../releases/compare_releases.ts";
import type {Move, Told} from "../../releases/move.ts";
import {apartWords, count} from "../../releases/words.ts";
import {measurePath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {differenceCell, differenceWords, held, toldCell, toldWords} from "../components/change.ts";
import {formatPeriod} from "../components/format.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {measureLink} from "../components/measure_link.ts";
import {type Column, table} from "../components/table.ts";
import {counts, intervalLimits} from "../components/value.ts";
import {groupLabel, plain, statusLabel, upperFirst} from "../components/words.ts";

/** The headline figures, then and now, a card each. */
export function headlineCards(catalogue: Catalogue, changes: Changes): Markup | null {
  const moves = changes.headline.flatMap((id) => changes.figures.filter(({measure}) => measure === id));
  if (moves.length === 0) return null;
  return html`<div class="cards">${moves.map((move) => card(catalogue, move))}</div>`;
}

/** Every measure for everyone over all time, a table for each domain, folded. */
export function everyMeasure(catalogue: Catalogue, {figures, before, after}: Changes): Markup | null {
  if (figures.length === 0) return null;
  const domainOf = new Map(catalogue.measures.map(({id, domain}) => [id, domain]));
  const domains = Map.groupBy(figures, ({measure}) => domainOf.get(measure) ?? "no longer a measure");
  return html`${[...domains].map(([domain, moves]) => {
    const name = upperFirst(plain(domain));
    const caption = `${name}, all programs, all time: ${before.as_of} and ${after.as_of}`;
    return html`<details><summary>${name}: ${count(moves.length, "measure")}</summary>${movesTable(catalogue, {caption, moves})}</details>
`;
  })}`;
}

/** Figures then, now and their difference, a row each; with the group and the period where they are not the same for all. */
export function movesTable(catalogue: Catalogue, {caption, moves}: {caption: string; moves: readonly Move[]}): Markup {
  const ofGroups = moves.some(({breakdown}) => breakdown !== "all");
  const ofPeriods = moves.some(({period}) => period !== "");
  const columns: Column[] = [
    {heading: "Measure"},
    ...(ofGroups ? [{heading: "Group"}] : []),
    ...(ofPeriods ? [{heading: "Period"}] : []),
    ...[{heading: "Then"}, {heading: "Now"}, {heading: "Difference of the two"}]
  ];
  const rows = moves.map((move) => [
    measureLink(catalogue, move.measure, move.label),
    ...(ofGroups ? [groupLabel(catalogue, move.breakdown, move.group)] : []),
    ...(ofPeriods ? [formatPeriod(move.period)] : []),
    ...[toldCell(catalogue, move.before), toldCell(catalogue, move.after), differenceCell(move)]
  ]);
  return table({caption, columns, rows, kind: "moved"});
}

function card(catalogue: Catalogue, move: Move): Markup {
  const {measure, label, before, after, difference, apart, unit} = move;
  const words =
    difference !== null ? differenceWords(difference, unit) : apart === null ? "" : upperFirst(apartWords[apart]);
  return html`<article class="figure-card">
<h3><a href="${measurePath(measure)}">${label}</a></h3>
<dl class="then-now">${half(catalogue, "Then", before)}${half(catalogue, "Now", after)}</dl>
<p class="difference">${words}.</p>
<p class="rule"><a href="${measurePath(measure)}#definition">Counting rule<span class="visually-hidden"> of ${label}</span></a></p>
</article>
`;
}

function half(catalogue: Catalogue, term: string, told: Told | null): Markup {
  return html`<div><dt>${term}</dt><dd>${told === null ? html`<span class="words">not in it</span>` : figureOf(catalogue, told)}</dd></div>`;
}

function figureOf(catalogue: Catalogue, told: Told): Content {
  const words =
    told.status === "published" ? null : html`<span class="words">${statusLabel(catalogue, told.status)}</span>`;
  if (told.value === null) return words;
  const limits = intervalLimits(told);
  const facts = [
    limits === null ? "no interval" : html`95% interval <span class="interval">${limits}</span>`,
    counts(told)
  ];
  return html`<span class="told-now">${toldWords(told)}</span> ${words}${facts.map((fact) => html`<small>${fact}</small>`)}${
    told.is_held ? held(told) : html`<small>data as of <time>${told.as_of}</time></small>`
  }`;
}
