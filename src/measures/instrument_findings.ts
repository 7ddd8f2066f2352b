import type {Instrument} from "../instruments/instrument.ts";
import {change, share, type Words} from "./finding_words.ts";

/** The words of the measures of an instrument, by id. */
export function instrumentFindings(instrument: Instrument): Readonly<Record<string, Words>> {
  return {...atTheEnd(instrument), ...afterDischarge(instrument)};
}

function atTheEnd({id, label: name, ...of}: Instrument) {
  const {points: reliable} = of.reliable_change;
  const {points: important} = of.minimal_important_change;
  const shown = {subject: "people discharged", measured: leftOut("had a later score")} as const;
  const pair = {...shown, measured: leftOut("were measured at admission and again later")} as const;
  const elevated = {...shown, restriction: `who began with a ${name} score of ${of.elevated_from} or more`} as const;
  const moved = {
    ...pair,
    scores: `${name} scores`,
    span: "from admission to the last score",
    matters: important
  } as const;
  return {
    [`${id}_change`]: change({...moved}),
    [`${id}_effect_size`]: change({...moved}),
    [`${id}_reliable_improvement`]: share({
      ...pair,
      achieved: `had improved by ${reliable} points or more on the ${name}`
    }),
    [`${id}_reliable_deterioration`]: share({
      ...pair,
      achieved: `had worsened by ${reliable} points or more on the ${name}`
    }),
    [`${id}_response`]: share({...elevated, achieved: "had at least halved their score"}),
    [`${id}_remission`]: share({
      ...elevated,
      comparable: false,
      achieved: `had few symptoms left, with a score below ${of.remission_below}`
    }),
    [`${id}_mcid`]: share({
      ...shown,
      restriction: `who began with a ${name} score of ${important} or more`,
      achieved: `had improved by ${important} points or more`
    })
  };
}

function afterDischarge({id, label: name, construct, minimal_important_change: {points: matters}}: Instrument) {
  const reached = {subject: "people discharged", follow_up: true, units: "people"} as const;
  const moved = {...reached, scores: `${name} scores`, matters} as const;
  const both = {...moved, measured: leftOut("were measured at admission and at six months"), span: "between the two"};
  return {
    [`${id}_change_at_followup`]: change({...both}),
    [`${id}_effect_size_at_followup`]: change({...both}),
    [`${id}_change_since_discharge`]: change({
      ...moved,
      measured: leftOut("were measured at admission, at the end and at six months"),
      span: "from the last score to six months"
    }),
    [`${id}_gains_maintained`]: share({
      ...reached,
      counted: "people",
      restriction: `who left with reliable improvement on the ${name}`,
      measured: leftOut("were measured again at six months"),
      achieved: `had kept the gain in ${construct} scores`
    })
  };
}

function leftOut(predicate: string) {
  return {predicate, otherwise: "left_out"} as const;
}
