import type {ScoreRow, Subject} from "./subject.ts";
import type {Level} from "./table.ts";

/** Occasions that outcomes are judged by. */
export type ScoredOccasion = "baseline" | "end" | "followup";

/** The assessment of an occasion; undefined where there is none. */
export function pickOf({scores}: Subject, instrument: string, occasion: ScoredOccasion): ScoreRow | undefined {
  return scores.get(instrument)?.find((row) => row.occasion === occasion);
}

/** Why there is no score on an occasion. */
export const missingReasons: readonly Level[] = [
  {code: "refused", label: "the person declined"},
  {code: "not_due", label: "it was not due"},
  {code: "not_given", label: "it was not given"},
  {code: "language", label: "there was no form in the language"},
  {code: "clinical", label: "a clinical reason"},
  {code: "other", label: "another reason"},
  {code: "not_scorable", label: "too many items are missing"},
  {code: "no_baseline", label: "there is no score at admission to follow"},
  {code: "open", label: "the episode is open"},
  {code: "not_yet", label: "its time has not come"},
  {code: "not_reached", label: "the person was not reached"},
  {code: "none_delivered", label: "nothing was delivered"}
];

/** The code of the reason; null where there is a score. */
export function reasonOf(subject: Subject, instrument: string, occasion: ScoredOccasion): string | null {
  if (pickOf(subject, instrument, occasion) !== undefined) return null;
  const {episode} = subject;
  switch (occasion) {
    case "baseline":
      return missedIn(subject, instrument, ({day}) => distanceIn(day, -14, 7, 0)) ?? "none_delivered";
    case "end":
      if (episode.discharged_on === null) return "open";
      if (pickOf(subject, instrument, "baseline") === undefined) return "no_baseline";
      return missedIn(subject, instrument, ({day_after}) => distanceIn(day_after, -14, 14, 0)) ?? "none_delivered";
    case "followup":
      if (episode.discharged_on === null) return "open";
      return (
        missedIn(subject, instrument, ({day_after}) => distanceIn(day_after, 150, 210, 180)) ??
        ((episode.days_since_discharge ?? 0) < 210 ? "not_yet" : contactOf(episode.contact))
      );
  }
}

/** What is said of the assessment without a score that is nearest, of those in the window. */
function missedIn(
  {scores}: Subject,
  instrument: string,
  distanceOf: (row: ScoreRow) => number | null
): string | undefined {
  const missed = (scores.get(instrument) ?? []).flatMap((row) => {
    const distance = row.occasion === "missed" ? distanceOf(row) : null;
    return distance === null ? [] : [{distance, reason: row.missing_reason ?? "not_scorable"}];
  });
  return missed.sort((a, b) => a.distance - b.distance)[0]?.reason;
}

function distanceIn(day: number | null, from: number, to: number, target: number): number | null {
  return day !== null && day >= from && day <= to ? Math.abs(day - target) : null;
}

/** Who died or is in jail was not reached: an export tells no more. */
function contactOf(outcome: string | null): string {
  if (outcome === null || outcome === "reached") return "none_delivered";
  return outcome === "declined" ? "refused" : "not_reached";
}
