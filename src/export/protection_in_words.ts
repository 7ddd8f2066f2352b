import type {AnonymityReport, MovedFigure} from "./anonymity/anonymity_report.ts";

/** What protects the people in an export, in sentences. */
export function protectionInWords({
  k,
  l,
  quasi_identifiers,
  steps_applied,
  suppressed,
  sensitive
}: AnonymityReport): string {
  const names = quasi_identifiers.map(({field}) => field).join(", ");
  const alike =
    names === "" ? `it speaks of ${k.reached} people or more` : `${k.reached} people or more are alike in ${names}`;
  const diverse =
    l.reached === null
      ? []
      : [`with ${l.reached} values or more of ${sensitive.map(({field}) => field).join(", ")} among them`];
  const coarser = steps_applied.length === 0 ? [] : [`made coarser: ${steps_applied.join(", ")}`];
  const words = [[alike, ...diverse].join(" "), ...coarser, suppressed.in_words].join("; ");
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}

/** The figure that moved most on the way, in words. */
export function distortionInWords({distortion}: AnonymityReport): string {
  const moved = distortion.largest_in_sd ?? distortion.largest_difference;
  if (moved === null) return "no mean or share of the other columns moved";
  return `the figure that moved most is ${figureInWords(moved)}: ${bySd(moved)}`;
}

function figureInWords({field, level, of}: MovedFigure): string {
  const what = level === null ? `the mean of ${field}` : `the share of ${field} ${level}`;
  return of === "" ? what : `${what} (${of})`;
}

function bySd({moved_by_sd}: MovedFigure): string {
  return moved_by_sd === null ? "by how much is not told" : `by ${moved_by_sd} standard deviations or less`;
}
