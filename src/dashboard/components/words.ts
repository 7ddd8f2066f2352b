import type {Catalogue} from "../catalogue.ts";
import {instrumentOf} from "../instrument_of.ts";
import type {Status} from "../published.ts";

/** What a status is called, in the catalogue's words. */
export function statusLabel(catalogue: Catalogue, status: Status): string {
  return catalogue.statuses.find(({id}) => id === status)?.label ?? status;
}

/** "Program", or "Program and payer" for two joined by +. */
export function breakdownLabel(catalogue: Catalogue, breakdown: string): string {
  const labels = breakdown
    .split("+")
    .map((id) => catalogue.breakdowns.find((one) => one.id === id)?.label ?? plain(id));
  return labels.map((label, index) => (index === 0 ? label : lowerFirst(label))).join(" and ");
}

/** The group in words: programs by name, keys without underscores. A + joins the keys of a joined breakdown; within a key it is %2B. */
export function groupLabel(catalogue: Catalogue, breakdown: string, group: string): string {
  const breakdowns = breakdown.split("+");
  const keys = breakdowns.length === 1 ? [group] : group.split("+");
  return keys.map((key, index) => keyLabel(catalogue, breakdowns[index], key.replaceAll("%2B", "+"))).join(", ");
}

/** A key as words: "reliable_improvement" is "reliable improvement". */
export function plain(key: string): string {
  return key.replaceAll("_", " ");
}

const abbreviations: Readonly<Record<string, string>> = {
  mh: "mental health",
  sud: "substance use",
  dual: "mental health and substance use",
  iop: "intensive outpatient",
  php: "partial hospitalization",
  op: "outpatient",
  ocd: "OCD"
};

/** A code of the delivery format as words: "php" is "partial hospitalization"; one without a value is said to be so. */
export function codeLabel(code: string | null): string {
  return code === null || code === "" ? "not given" : (abbreviations[code] ?? plain(code));
}

/** Names of peoples, which English writes with capitals. */
const peoples: Readonly<Record<string, string>> = {
  ...{american_indian: "American Indian", asian: "Asian", black: "Black", white: "White"},
  ...{native_hawaiian: "Native Hawaiian", hispanic: "Hispanic", not_hispanic: "not Hispanic"}
};

/** Whether two sentences say the same in the same words, whatever the brackets and stops. */
export function isSame(one: string, other: string): boolean {
  const letters = (text: string) => text.replace(/[^a-z]/gi, "").toLowerCase();
  return letters(one) === letters(other);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What people are described by, in words: a breakdown, or a score at some time ("PHQ-9 at admission"). */
export function characteristicLabel(catalogue: Catalogue, id: string): string {
  const instrument = instrumentOf(catalogue, id);
  const scores = instrument === null ? undefined : scoreWords[instrument.outcome];
  if (instrument !== null && scores !== undefined) return `${instrument.label} ${scores}`;
  return catalogue.breakdowns.find((one) => one.id === id)?.label ?? upperFirst(plain(id));
}

const scoreWords: Readonly<Record<string, string>> = {
  baseline: "at admission",
  band: "severity at admission",
  last: "at the last score",
  change: "change during the episode"
};

const languages = new Intl.DisplayNames("en", {type: "language"});

function keyLabel(catalogue: Catalogue, breakdown: string | undefined, key: string): string {
  if (breakdown === "program") return catalogue.programs.find(({group}) => group === key)?.name ?? key;
  if (breakdown === "language" && /^[a-z]{2}$/.test(key)) return languages.of(key) ?? key;
  if (breakdown === "race" || breakdown === "ethnicity") return peoples[key] ?? plain(key);
  return breakdown === "site" ? key : codeLabel(key);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
