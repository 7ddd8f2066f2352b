import type {Finding} from "../claims/finding.ts";
import {instruments} from "../instruments/index.ts";
import type {Settings} from "../settings.ts";
import type {Words} from "./finding_words.ts";
import {findings} from "./findings.ts";
import {instrumentFindings} from "./instrument_findings.ts";
import type {Measure} from "./measure.ts";

/** The words that a measure lends to the sentences about it. Throws where it has none. */
export function findingOf({id, label, better}: Measure, settings: Settings): Finding {
  const words = findings(settings)[id] ?? ofInstruments.get(id);
  if (words === undefined) throw new Error(`measure ${id} has no words for sentences about it`);
  return {...words, label: inMidSentence(label), better};
}

const ofInstruments: ReadonlyMap<string, Words> = new Map(
  instruments.flatMap((instrument) => Object.entries(instrumentFindings(instrument)))
);

/** A label without its capital, but for the name of an instrument. */
function inMidSentence(label: string): string {
  const isName = instruments.some((instrument) => label.startsWith(instrument.label));
  return isName ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
