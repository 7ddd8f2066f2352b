import type {Instrument} from "../instruments/instrument.ts";
import {changeOf, effectSizeOf} from "./change.ts";
import {changeAtFollowup, changeSinceDischarge, effectSizeAtFollowup} from "./change_at_followup.ts";
import {gainsMaintained} from "./gains_maintained.ts";
import type {Measure} from "./measure.ts";
import {reliableDeteriorationOf, reliableImprovementOf} from "./reliable_change.ts";
import {importantChangeOf, remissionOf, responseOf} from "./response.ts";

/** What every instrument is asked of an episode, in the order in which it is shown. */
export function outcomesOf(instrument: Instrument): Measure[] {
  return [
    effectSizeOf(instrument),
    changeOf(instrument),
    reliableImprovementOf(instrument),
    reliableDeteriorationOf(instrument),
    responseOf(instrument),
    remissionOf(instrument),
    importantChangeOf(instrument)
  ];
}

/** What every instrument is asked six months after discharge. */
export function followupsOf(instrument: Instrument): Measure[] {
  return [
    changeAtFollowup(instrument),
    effectSizeAtFollowup(instrument),
    changeSinceDischarge(instrument),
    gainsMaintained(instrument)
  ];
}
