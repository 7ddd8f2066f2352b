import {describe, expect, it} from "vitest";
import {dayOf, isHoliday} from "../../src/demo/calendar.ts";
import {exampleOrganisation} from "../../src/demo/example.ts";
import {type Cells, foldExample} from "./read_example.ts";

const example = exampleOrganisation();
const {answer_sheet: sheet} = example;
const rows = foldExample(example);
const episodes = rows.get("episodes.csv") ?? new Map<string, Cells>();
const sessions = Map.groupBy(file("sessions"), ({episode_key = ""}) => episode_key);
const assessments = Map.groupBy(file("assessments"), ({episode_key = ""}) => episode_key);

function file(name: string): Cells[] {
  return [...(rows.get(`${name}.csv`)?.values() ?? [])];
}

function keysOf(fault: string): string[] {
  return [...(sheet.planted.implausible.find((one) => one.fault === fault)?.keys ?? [])];
}

function daysBetween(from = "", to = ""): number {
  return dayOf(to) - dayOf(from);
}

function episodesWhere(holds: (cells: Cells, key: string) => boolean): string[] {
  return [...episodes]
    .filter(([key, cells]) => holds(cells, key))
    .map(([key]) => key)
    .sort();
}

function lastSession(key: string): string {
  return (sessions.get(key) ?? []).reduce((last, {held_on = ""}) => (held_on > last ? held_on : last), "1970-01-01");
}

function answersOf(cells: Cells): string[] {
  return Object.entries(cells)
    .filter(([column, cell]) => column.startsWith("item_") && cell !== "")
    .map(([, cell]) => cell);
}

describe("what befell the organisation", () => {
  it("holds no session on a holiday", () => {
    expect(file("sessions").filter(({held_on = ""}) => isHoliday(dayOf(held_on)))).toEqual([]);
  });

  it("holds every session of the telehealth month by video, and not those of the month before", () => {
    const {from = "", to = ""} = sheet.incidents.telehealth ?? {};
    const within = file("sessions").filter(({held_on = ""}) => held_on >= from && held_on <= to);
    expect(within.length).toBeGreaterThan(500);
    expect(new Set(within.map(({modality}) => modality))).toEqual(new Set(["video"]));
    const before = file("sessions").filter(({held_on = ""}) => held_on < from);
    expect(before.filter(({modality}) => modality === "in_person").length / before.length).toBeGreaterThan(0.7);
  });

  it("has no GAD-7 from the site that stopped, and goes on at the other", () => {
    const {site_key, from = ""} = sheet.incidents.no_gad7 ?? {};
    const sites = new Map(sheet.programs.map((program) => [program.program_key, program.site_key]));
    const later = file("assessments").filter(
      ({instrument, assessed_on = ""}) => instrument === "gad7" && assessed_on >= from
    );
    const at = later.map(({episode_key = ""}) => sites.get(episodes.get(episode_key)?.program_key ?? ""));
    expect(at.filter((site) => site === site_key)).toEqual([]);
    expect(at.length).toBeGreaterThan(300);
  });

  it("steps people down and up between programs on the same or the next day", () => {
    const byClient = Map.groupBy([...episodes.values()], ({client_key = ""}) => client_key);
    const steps = [...byClient.values()].flatMap((stays) =>
      stays.flatMap((stay) =>
        stays.flatMap((next) => {
          const gap = stay.discharged_on === "" ? -1 : daysBetween(stay.discharged_on, next.admitted_on);
          const isStep = next.program_key !== stay.program_key && (gap === 0 || gap === 1);
          return isStep ? [`${stay.program_key} ${stay.transfer_to} ${next.program_key}`] : [];
        })
      )
    );
    expect(steps.filter((step) => step === "north-php step_down north-iop").length).toBeGreaterThan(50);
    expect(steps.filter((step) => step === "north-iop step_up north-php").length).toBeGreaterThan(3);
    // where the reason for discharge is not known yet, neither is transfer_to
    expect(new Set(steps.filter((step) => !step.includes("  "))).size).toBe(2);
  });

  it("leaves no person two open episodes in a program", () => {
    const open = [...episodes.values()].filter(({discharged_on}) => discharged_on === "");
    expect(new Set(open.map(({client_key, program_key}) => `${client_key} ${program_key}`)).size).toBe(open.length);
  });
});

describe("implausible stays", () => {
  it("are open and stale exactly where planted", () => {
    const stale = episodesWhere(
      (cells, key) => cells.discharged_on === "" && daysBetween(lastSession(key), sheet.as_of) > 30
    );
    expect(stale).toEqual(keysOf("stale_open"));
  });

  it("have the same answer to everything, three times or more, exactly where planted", () => {
    const same = episodesWhere((_, key) => {
      const answered = (assessments.get(key) ?? []).map(answersOf).filter(({length}) => length > 0);
      return answered.length >= 3 && new Set(answered.flat()).size === 1;
    });
    expect(same).toEqual(keysOf("identical_answers"));
  });

  it("are discharged more than 30 days after the last session exactly where planted", () => {
    const late = episodesWhere(
      (cells, key) => cells.discharged_on !== "" && daysBetween(lastSession(key), cells.discharged_on) > 30
    );
    expect(late).toEqual(keysOf("discharge_long_after_last_session"));
  });

  it("have transfer_to without a transfer exactly where planted", () => {
    const odd = episodesWhere(
      ({transfer_to, discharge_reason}) => transfer_to !== "" && discharge_reason !== "transferred"
    );
    expect(odd).toEqual(keysOf("transfer_to_without_transfer"));
  });

  it("have a missing_reason beside a score exactly where planted", () => {
    const odd = file("assessments").filter(
      (cells) => cells.missing_reason !== "" && (cells.total !== "" || answersOf(cells).length > 0)
    );
    expect(odd.map(({assessment_key}) => assessment_key).sort()).toEqual(keysOf("missing_reason_beside_score"));
  });

  it("overlap another stay in the same program exactly where planted", () => {
    const byPlace = Map.groupBy([...episodes.values()], ({client_key, program_key}) => `${client_key} ${program_key}`);
    const overlapping = [...byPlace.values()].flatMap((stays) =>
      stays.filter((one) =>
        stays.some(
          (other) =>
            other !== one &&
            other.discharged_on !== "" &&
            one.discharged_on !== "" &&
            daysBetween(one.admitted_on, other.discharged_on) > 0 &&
            daysBetween(other.admitted_on, one.discharged_on) > 0
        )
      )
    );
    expect(overlapping.map(({episode_key}) => episode_key).sort()).toEqual(keysOf("overlapping_episodes"));
  });

  it("have no score at discharge in the program and the months that gave none", () => {
    const {program_key, from = "", to = ""} = sheet.incidents.no_end_scores ?? {};
    const within = episodesWhere((cells, key) => {
      const isTreated = (sessions.get(key) ?? []).some(({attendance}) => attendance === "attended");
      const {discharged_on = ""} = cells;
      return isTreated && cells.program_key === program_key && discharged_on >= from && discharged_on <= to;
    });
    const planted = keysOf("missing_end_scores");
    expect(within).toEqual(planted);
    for (const key of planted) {
      const {admitted_on = "", discharged_on = ""} = episodes.get(key) ?? {};
      const late = (assessments.get(key) ?? []).filter(
        ({assessed_on = ""}) => assessed_on > admitted_on && Math.abs(daysBetween(assessed_on, discharged_on)) <= 14
      );
      expect(late).toEqual([]);
    }
  });
});
