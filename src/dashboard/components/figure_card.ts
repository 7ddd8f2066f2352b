import {measurePath} from "../addresses.ts";
import type {Catalogue, Measure} from "../catalogue.ts";
import type {Tables} from "../tables.ts";
import {everyone, isShown} from "../view.ts";
import {claimAbout, claimSentence} from "./claim.ts";
import {countingRule} from "./counting_rule.ts";
import {figure} from "./figure.ts";
import {html, type Markup} from "./markup.ts";
import {measuredBeside} from "./measured_beside.ts";

/** A measure for everyone over all time: figure, share measured, published sentence, and the way to its counting rule. */
export function figureCard(
  catalogue: Catalogue,
  measure: Measure,
  {results, claims}: Pick<Tables, "results" | "claims">
): Markup {
  const row = results.filter(isShown(everyone)).find((one) => one.measure === measure.id);
  const own = claims.filter((claim) => claim.measure === measure.id && claim.strength !== "silent");
  return html`<article class="figure-card">
<h3><a href="${measurePath(measure.id)}">${measure.label}</a></h3>
<p class="question">${measure.question}</p>
${figure(catalogue, measure, row)}
${row === undefined ? null : measuredBeside(catalogue, row, results)}
${claimSentence(claimAbout(own, everyone, "movement", "level", "missing"))}
${countingRule(measure)}
</article>
`;
}
