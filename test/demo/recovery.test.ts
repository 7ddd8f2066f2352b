import {describe, expect, it} from "vitest";
import {exampleOrganisation} from "../../src/demo/example.ts";
import {type Cells, foldExample} from "./read_example.ts";

/*
 * Plain counting over the rows that take part in the end: enough to see that the answer sheet's parameters are in the data.
 * The measures themselves are compared with the answer sheet where they are tested.
 */
const {answer_sheet: sheet, ...rest} = exampleOrganisation();
const rows = foldExample({answer_sheet: sheet, ...rest});
const {parameters} = sheet;
const implausible = new Map(sheet.planted.implausible.map(({fault, keys}) => [fault, new Set(keys)]));

interface Stay {
  readonly cells: Cells;
  readonly sessions: readonly Cells[];
  readonly assessments: readonly Cells[];
  readonly is_completer: boolean;
}

const sessions = Map.groupBy(file("sessions"), ({episode_key = ""}) => episode_key);
const assessments = Map.groupBy(file("assessments"), ({episode_key = ""}) => episode_key);
const stays: Stay[] = file("episodes").map((cells) => ({
  cells,
  sessions: sessions.get(cells.episode_key ?? "") ?? [],
  assessments: (assessments.get(cells.episode_key ?? "") ?? []).toSorted((a, b) =>
    daysBetween(b.assessed_on, a.assessed_on)
  ),
  is_completer: cells.discharge_reason === "completed" || cells.transfer_to === "step_down"
}));
const treated = stays.filter((stay) => stay.sessions.some(isTreated));
const discharged = treated.filter(({cells}) => cells.discharged_on !== "");

function file(name: string): Cells[] {
  return [...(rows.get(`${name}.csv`)?.values() ?? [])];
}

function isTreated({attendance}: Cells): boolean {
  return attendance === "attended" || attendance === "partial";
}

function daysBetween(from = "", to = ""): number {
  return (Date.parse(to) - Date.parse(from)) / 86400000;
}

/** The complete total of an assessment, or null. */
function totalOf(cells: Cells): number | null {
  const length = {phq9: 9, gad7: 7, pcl5: 20}[cells.instrument ?? ""];
  const items = Array.from({length: length ?? 0}, (_, index) => cells[`item_${index + 1}`]);
  if (items.every((item) => item !== "")) return items.reduce((sum, item) => sum + Number(item), 0);
  return items.every((item) => item === "") && cells.total !== "" ? Number(cells.total) : null;
}

function scores({cells, assessments: all}: Stay, instrument: string): {on: string; score: number}[] {
  return all.flatMap((one) => {
    const score = one.instrument === instrument ? totalOf(one) : null;
    const isInStay = cells.discharged_on === "" || daysBetween(cells.discharged_on, one.assessed_on) <= 14;
    return score === null || !isInStay ? [] : [{on: one.assessed_on ?? "", score}];
  });
}

/** How many standard errors a share of `all` lies from what was asked for. */
function errorsOfShare<One>(all: readonly One[], counts: (one: One) => boolean, expected: number): number {
  const share = all.filter(counts).length / all.length;
  return Math.abs(share - expected) / Math.sqrt((expected * (1 - expected)) / all.length);
}

function errorsOfMean(values: readonly number[], expected: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return Math.abs(mean - expected) / Math.sqrt(variance / values.length);
}

/** Three standard errors: one in 370 checks of a true parameter fails, and the seed is fixed. */
const limit = 3;

describe("the generated rows", () => {
  for (const {program_key, exits} of sheet.programs) {
    it(`end as often in each way as asked for in ${program_key}`, () => {
      const own = discharged.filter(({cells}) => cells.program_key === program_key);
      for (const reason of ["completed", "transferred", "dropped_out", "terminated"] as const)
        expect(errorsOfShare(own, ({cells}) => cells.discharge_reason === reason, exits[reason])).toBeLessThan(limit);
    });
  }

  it("change as asked for from baseline to the last score, by program's site and exit", () => {
    for (const {program_key, phq9_change, gad7_change, pcl5_change} of sheet.programs)
      for (const [instrument, change] of [
        ["phq9", phq9_change],
        ["gad7", gad7_change],
        ["pcl5", pcl5_change]
      ] as const)
        for (const is_completer of change === null ? [] : [true, false]) {
          const own = discharged.filter(
            (stay) => stay.cells.program_key === program_key && stay.is_completer === is_completer && isBelievable(stay)
          );
          const changes = own.flatMap((stay) => changeOf(stay, instrument));
          expect(changes.length).toBeGreaterThan(20);
          expect(errorsOfMean(changes, change?.[is_completer ? "completers" : "others"] ?? 0)).toBeLessThan(limit);
        }
  });

  it("have the baselines asked for", () => {
    for (const instrument of ["phq9", "gad7", "pcl5"] as const) {
      const values = treated.filter(isBelievable).flatMap((stay) => baselineOf(stay, instrument));
      expect(errorsOfMean(values, parameters[instrument].baseline.mean)).toBeLessThan(limit);
    }
  });

  it("answer item 9 with 1 or more in 38 % and with 2 or more in 12 % of the first questionnaires", () => {
    const first = treated.filter(isBelievable).flatMap(({assessments: all}) => {
      const answered = all.find(({item_9}) => item_9 !== "");
      return answered === undefined ? [] : [Number(answered.item_9)];
    });
    expect(errorsOfShare(first, (answer) => answer >= 1, 0.38)).toBeLessThan(limit);
    expect(errorsOfShare(first, (answer) => answer >= 2, 0.12)).toBeLessThan(limit);
  });

  it("attend as asked for, between the 84 % of completers and the 62 % of others", () => {
    for (const [isCompleter, {a, b}] of [
      [true, parameters.attendance.completers],
      [false, parameters.attendance.others]
    ] as const) {
      const own = discharged.filter(
        ({is_completer, sessions: {length}}) => is_completer === isCompleter && length >= 6
      );
      const shares = own.map((stay) => {
        const counted = stay.sessions.filter(
          ({attendance = ""}) => !["program_cancel", "excused"].includes(attendance)
        );
        return counted.filter(({attendance}) => attendance === "attended").length / counted.length;
      });
      expect(errorsOfMean(shares, a / (a + b))).toBeLessThan(limit);
    }
  });

  it("stay as long as asked for when they complete: the median lies within its error and a day of clinic closures", () => {
    for (const {program_key, median_days} of sheet.programs) {
      const days = discharged
        .filter(({cells}) => cells.program_key === program_key && cells.discharge_reason === "completed")
        .filter(({cells}) => !isPlanted(cells.episode_key))
        .map(({cells}) => daysBetween(cells.admitted_on, cells.discharged_on) + 1)
        .sort((a, b) => a - b);
      const expected = median_days.completed;
      const error = (1.2533 * parameters.stay_sigma * expected) / Math.sqrt(days.length);
      expect(Math.abs((days[Math.floor(days.length / 2)] ?? 0) - expected)).toBeLessThan(limit * error + 1);
    }
  });

  it("are followed up at six months as often as asked for", () => {
    for (const [isCompleter, expected] of [
      [true, parameters.followup.completers],
      [false, parameters.followup.others]
    ] as const) {
      const due = discharged.filter(
        ({cells, is_completer}) =>
          is_completer === isCompleter &&
          daysBetween(cells.discharged_on, sheet.as_of) >= 210 &&
          cells.discharge_reason !== "death" &&
          !isPlanted(cells.episode_key)
      );
      const isFollowed = ({cells, assessments: all}: Stay) =>
        all.some(({assessed_on}) => inWindow(daysBetween(cells.discharged_on, assessed_on)));
      expect(errorsOfShare(due, isFollowed, expected)).toBeLessThan(limit);
    }
  });

  it("see 42 % of the admitted within two days of the inquiry", () => {
    const seen = file("referrals").flatMap(({episode_key = "", received_at = ""}) => {
      const stay = treated.find(({cells}) => cells.episode_key === episode_key);
      return stay === undefined ? [] : [daysBetween(received_at.slice(0, 10), stay.cells.admitted_on)];
    });
    expect(errorsOfShare(seen, (days) => days <= 2, 0.42)).toBeLessThan(limit);
  });
});

function inWindow(days: number): boolean {
  return days >= 150 && days <= 210;
}

function isPlanted(key = ""): boolean {
  return [...implausible].some(([fault, keys]) => fault !== "missing_end_scores" && keys.has(key));
}

/** Without episodes whose scores were spoiled or taken away. */
function isBelievable({cells: {episode_key = ""}}: Stay): boolean {
  return !["identical_answers", "missing_end_scores"].some((fault) => implausible.get(fault)?.has(episode_key));
}

function baselineOf(stay: Stay, instrument: string): number[] {
  const [first] = scores(stay, instrument);
  return first !== undefined && daysBetween(stay.cells.admitted_on, first.on) <= 0 ? [first.score] : [];
}

function changeOf(stay: Stay, instrument: string): number[] {
  const [baseline] = baselineOf(stay, instrument);
  const all = scores(stay, instrument);
  const last = all.at(-1);
  return baseline === undefined || last === undefined || all.length < 2 ? [] : [baseline - last.score];
}
