import {instruments} from "../instruments/index.ts";
import {counted, onDay} from "./evidence.ts";
import type {Assessment, Facts} from "./facts.ts";
import {type Picks, scoreOf} from "./picks.ts";

export function labelOf(instrument: string): string {
  return instruments.find(({id}) => id === instrument)?.label ?? instrument;
}

/** "PHQ-9 of 17 on day 2 (2026-01-07)", said to be prorated where it is. */
export function scoreInWords(one: Assessment, prorate: boolean): string {
  const prorated = one.complete_score === null ? ", prorated" : "";
  return `${labelOf(one.instrument)} of ${scoreOf(one, prorate)} on ${onDay(one)}${prorated}`;
}

/** What the baseline is, or why there is none. */
export function baselineInWords({all, baseline}: Picks, instrument: string, {settings: {prorate}}: Facts): string {
  const label = labelOf(instrument);
  const inWindow = all.filter(({day}) => day >= -14 && day <= 7);
  const scored = inWindow.filter((one) => scoreOf(one, prorate) !== null);
  if (baseline !== null) {
    const among = scored.length === 1 ? "the only one scored" : `closest to admission of ${scored.length} scored`;
    return `${scoreInWords(baseline, prorate)}: ${among} from day -14 to 7`;
  }
  if (all.length === 0) return `no ${label} takes part`;
  if (inWindow.length > 0)
    return `${counted(inWindow.length, label)} from day -14 to 7, ${none(inWindow.length)} with a score`;
  const nearest = all.toSorted((a, b) => Math.abs(a.day) - Math.abs(b.day))[0];
  return `${counted(all.length, label)}, none from day -14 to 7${nearest === undefined ? "" : `: the closest to admission on ${onDay(nearest)}`}`;
}

/** What the last score after the baseline is, or why there is none. */
export function laterInWords(
  {all, baseline, later}: Picks,
  instrument: string,
  {episode, settings: {prorate}}: Facts
): string {
  const label = labelOf(instrument);
  if (later !== null) return `${scoreInWords(later, prorate)}: the last one up to 14 days after discharge`;
  if (baseline === null) return `without a baseline no ${label} is a later one`;
  if (episode.discharged_on === null) return "still open: the last score is taken up to 14 days after discharge";
  const after = all.filter(({day}) => day > baseline.day);
  if (after.length === 0) return `no ${label} after the baseline`;
  const late = after.filter(({day_after}) => (day_after ?? 0) > 14).length;
  const unscored = after.length - late;
  const why = [
    ...(late > 0 ? [`${late} more than 14 days after discharge`] : []),
    ...(unscored > 0 ? [`${unscored} without a score`] : [])
  ];
  return `${counted(after.length, label)} after the baseline: ${why.join(", ")}`;
}

/** What the six-month score is, or why there is none. */
export function followupInWords(picks: Picks, instrument: string, facts: Facts, wide = false): string {
  const {prorate} = facts.settings;
  const [from, to] = wide ? [120, 240] : [150, 210];
  const chosen = wide ? picks.wide : picks.followup;
  if (chosen !== null)
    return `${labelOf(instrument)} of ${scoreOf(chosen, prorate)} on day ${chosen.day_after} after discharge (${chosen.on}): the closest to day 180 from day ${from} to ${to}`;
  if (facts.episode.discharged_on === null) return "still open";
  const after = picks.all.filter(({day_after}) => day_after !== null && day_after > 14);
  const inWindow = after.filter(({day_after}) => day_after !== null && day_after >= from && day_after <= to);
  if (inWindow.length > 0)
    return `${counted(inWindow.length, labelOf(instrument))} on days ${from} to ${to} after discharge, ${none(inWindow.length)} with a score`;
  const others = after.length === 0 ? "" : ` (others on day ${after.map(({day_after}) => day_after).join(", ")})`;
  return `no ${labelOf(instrument)} on days ${from} to ${to} after discharge${others}`;
}

function none(among: number): string {
  return among === 1 ? "not" : "none";
}
