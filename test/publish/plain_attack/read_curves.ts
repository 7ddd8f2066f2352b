import {isOverUnits, type UnitMeasure} from "../../../src/measures/measure.ts";
import type {Notes} from "./notes.ts";
import {keyOf, placeOf} from "./places.ts";
import {byId, countedBy, type Who, who} from "./who.ts";

type Row = Readonly<Record<string, string>>;

/** What has become of people by the step of a curve, the narrower first. */
const withIt: Readonly<Record<string, readonly string[]>> = {
  gone: ["gone"],
  left: ["left", "gone"],
  exited: ["exited", "left", "gone"],
  planned: ["planned", "exited", "left", "gone"],
  unplanned: ["unplanned", "exited", "left", "gone"]
};
const fateOf: Readonly<Record<string, string>> = {
  in_program: "left",
  waiting: "left",
  planned_exit: "planned",
  unplanned_exit: "unplanned"
};

/** How many had left by each step, as the events up to it add up, and how many were gone by the step before, since they are at risk no more. */
export function readCurves(notes: Notes, rows: readonly Row[]): void {
  const days = [...new Set(rows.map(({time}) => Number(time)))].sort((a, b) => a - b);
  for (const [curve, own] of Map.groupBy(rows, (row) => `${row.curve}|${keyOf(placeOf(row))}`)) {
    const steps = own.toSorted((a, b) => Number(a.time) - Number(b.time));
    const fate = fateOf[curve.split("|")[0] ?? ""] ?? "";
    readCurve(notes, steps, fate, days);
  }
}

function readCurve(notes: Notes, steps: readonly Row[], fate: string, days: readonly number[]): void {
  const [first] = steps;
  const measure = byId.get(first?.measure ?? "");
  if (first === undefined || measure === undefined || !isOverUnits(measure)) throw new Error("a curve of no measure");
  const place = placeOf(first);
  const everyone = Number(first.at_risk);
  let [left, before] = [0, 0];
  for (const {time, at_risk, events} of steps.slice(1)) {
    left += Number(events);
    notes.write(byDay(measure, fate, Number(time), days), place, left);
    if (before > 0) notes.write(byDay(measure, "gone", before, days), place, everyone - Number(at_risk));
    before = Number(time);
    if (fate !== "planned" && fate !== "unplanned") continue;
    const [exited, planned, unplanned] = ["exited", "planned", "unplanned"].map((one) =>
      byDay(measure, one, Number(time), days)
    ) as [Who, Who, Who];
    notes.addUp(exited, [planned, unplanned], place);
  }
}

/** The day that planned and unplanned exits are counted by. */
const exitDay = 84;

function byDay(measure: UnitMeasure, fate: string, day: number, days: readonly number[]): Who {
  const {kind, conditions} = countedBy(measure).units;
  const named = (one: string, until: number) =>
    (one === "planned" || one === "unplanned") && until === exitDay ? `${one} by the day` : `${one} by day ${until}`;
  const later = days.filter((one) => one >= day);
  const holds = (withIt[fate] ?? []).flatMap((one) => later.map((until) => named(one, until)));
  return {...who(kind, [...conditions, named(fate, day)]), conditions: new Set([...conditions, ...holds])};
}
