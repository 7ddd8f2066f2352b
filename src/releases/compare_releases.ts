import {type CheckChanges, checksChanged} from "./checks_changed.ts";
import {type DefinitionChanges, definitionsChanged} from "./definitions_changed.ts";
import {type DeliveryChanges, deliveriesChanged} from "./deliveries_changed.ts";
import {hasMoved, isTold, type Move, moveOf} from "./move.ts";
import {isClosedQuarter, placeKey} from "./place.ts";
import type {FigureRow, PublishedRelease} from "./published_release.ts";
import {type SettingChange, settingsChanged} from "./settings_changed.ts";

/** Which release it is. */
export interface Named {
  readonly release: string;
  readonly as_of: string;
  readonly known_on: string | null;
  readonly code_version: string;
}

/** How many figures of past quarters were told, and how many of these are told otherwise now. */
export interface PastCount {
  readonly measure: string;
  readonly label: string;
  readonly told: number;
  readonly moved: number;
}

/** What moved between two releases. Nothing here is judged: no interval, no test, no better or worse. */
export interface Changes {
  readonly before: Named;
  readonly after: Named;
  readonly headline: readonly string[];
  readonly definitions: DefinitionChanges;
  readonly settings: readonly SettingChange[];
  readonly deliveries: DeliveryChanges;
  readonly checks: CheckChanges;
  /** Every measure, for everyone over all time. */
  readonly figures: readonly Move[];
  /** Figures of programs that were shown and are hidden, or the other way round. */
  readonly programs: readonly Move[];
  /** Quarters that were closed in both releases: counted for everyone and for programs, listed for everyone. */
  readonly past: {
    readonly everyone: readonly PastCount[];
    readonly programs: readonly PastCount[];
    readonly moved: readonly Move[];
  };
}

/** Holds what two releases published against each other; `before` is what was published first. Pure. */
export function compareReleases(before: PublishedRelease, after: PublishedRelease): Changes {
  const moves = movesBetween(before, after);
  const [first] = [before.manifest.as_of, after.manifest.as_of].sort();
  const closed = moves.filter((move) => move.period_type === "quarter" && isClosedQuarter(move.period, first ?? ""));
  const [everyone, programs] = ["all", "program"].map((breakdown) =>
    closed.filter((move) => move.breakdown === breakdown)
  );
  return {
    before: named(before),
    after: named(after),
    headline: after.headline,
    definitions: definitionsChanged(before, after),
    settings: settingsChanged(before.manifest.settings, after.manifest.settings),
    deliveries: deliveriesChanged(before.manifest, after.manifest),
    checks: checksChanged(before.checks, after.checks),
    figures: moves.filter(({breakdown, period_type}) => breakdown === "all" && period_type === "all"),
    programs: moves.filter((move) => move.breakdown === "program" && hasCrossed(move)),
    past: {
      everyone: counted(everyone ?? []),
      programs: counted(programs ?? []),
      moved: (everyone ?? []).filter(hasMoved)
    }
  };
}

/** Every place of either release, in the order of the newer one, with what only the older one has at the end. */
function movesBetween(before: PublishedRelease, after: PublishedRelease): Move[] {
  const dates = {before: before.manifest.as_of, after: after.manifest.as_of};
  const labels = new Map([...before.measures, ...after.measures].map(({id, label}) => [id, label]));
  const [old, now] = [byPlace(before.figures), byPlace(after.figures)];
  return [...new Set([...now.keys(), ...old.keys()])].map((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const measure = (is ?? was)?.measure ?? "";
    return moveOf({label: labels.get(measure) ?? measure, before: was, after: is, dates});
  });
}

function byPlace(rows: readonly FigureRow[]): Map<string, FigureRow> {
  return new Map(rows.map((row) => [placeKey(row), row]));
}

/** Hidden is only what is hidden to protect people; what is too early or too few has another status. */
function hasCrossed({before, after}: Move): boolean {
  if (before === null || after === null) return false;
  return (isTold(before) && after.status === "suppressed") || (before.status === "suppressed" && isTold(after));
}

function counted(moves: readonly Move[]): PastCount[] {
  const told = moves.filter(({before}) => before !== null && isTold(before));
  return [...Map.groupBy(told, ({measure}) => measure)].map(([measure, own]) => ({
    measure,
    label: own[0]?.label ?? measure,
    told: own.length,
    moved: own.filter(hasMoved).length
  }));
}

function named({manifest: {release, as_of, known_on, code_version}}: PublishedRelease): Named {
  return {release, as_of, known_on, code_version};
}
