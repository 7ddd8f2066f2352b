import {describe, expect, it} from "vitest";
import {exampleRows} from "./example_rows.ts";
import {type Groups, groupsOf} from "./groups.ts";
import type {ClientRow, EpisodeRow, ProgramRow, SessionRow} from "./rows.ts";

const {client, episode, program, session} = exampleRows;

interface Example {
  episode?: Partial<EpisodeRow>;
  client?: Partial<ClientRow>;
  program?: Partial<ProgramRow>;
  others?: ProgramRow[];
  sessions?: SessionRow[];
}

function groups(example: Example): Groups {
  const own = program(example.program);
  return groupsOf({
    episode: episode(example.episode),
    client: client(example.client),
    program: own,
    programs: [own, ...(example.others ?? [])],
    sessions: example.sessions ?? []
  });
}

describe("groups of an episode", () => {
  it.each([
    [11, "under 12"],
    [12, "12-17"],
    [17, "12-17"],
    [18, "18-25"],
    [25, "18-25"],
    [26, "26-44"],
    [44, "26-44"],
    [45, "45-64"],
    [64, "45-64"],
    [65, "65-89"],
    [89, "65-89"],
    [90, "90+"],
    [null, "unknown"]
  ])("age %s at admission is in band %s", (age, band) => {
    expect(groups({client: {birth_year: age === null ? null : 2025 - age}}).age_band).toBe(band);
  });

  it.each([
    [null, "unknown"],
    ["white", "white"],
    ["white;declined", "white"],
    ["unknown;black", "black"],
    ["asian;white", "multiracial"],
    ["asian;unknown;white", "multiracial"],
    ["white;white", "white"],
    ["unknown;declined", "declined"],
    ["unknown", "unknown"]
  ])("race %s is the group %s", (race, group) => {
    expect(groups({client: {race}}).race).toBe(group);
  });

  it("the modality is that of more than 80 % of the treated sessions", () => {
    const sessions = (video: number, others: number, other: SessionRow["modality"]) => [
      ...Array.from({length: video}, () => session("2025-01-02", {modality: "video"})),
      ...Array.from({length: others}, () => session("2025-01-02", {modality: other})),
      session("2025-01-02", {modality: "phone", attendance: "no_show"})
    ];
    expect(groups({sessions: sessions(4, 1, "phone")}).modality).toBe("mixed");
    expect(groups({sessions: sessions(5, 1, "phone")}).modality).toBe("video");
    expect(groups({sessions: sessions(1, 5, null)}).modality).toBe("unknown");
    expect(groups({sessions: sessions(0, 0, null)}).modality).toBe("unknown");
  });

  it("an open episode is the group open of discharge_reason, apart from an unknown reason", () => {
    expect(groups({}).discharge_reason).toBe("open");
    expect(groups({episode: {discharged_on: "2025-02-01", discharge_reason: "unknown"}}).discharge_reason).toBe(
      "unknown"
    );
  });

  it("an empty code is the group unknown", () => {
    const {sex, payer, level_of_care, diagnosis_group, language} = groups({});
    expect([sex, payer, level_of_care, diagnosis_group, language]).toEqual(new Array(5).fill("unknown"));
  });

  it("a key that two sources use is told apart by the source", () => {
    const others = [program({source: "south", site_key: "elsewhere"}), program({program_key: "q"})];
    expect(groups({others})).toMatchObject({program: "north/p", site: "s", "program+payer": "north/p+unknown"});
    expect(groups({others: [program({source: "south", program_key: "q"})]})).toMatchObject({
      program: "p",
      site: "north/s"
    });
  });

  it("a plus inside a key is written %2B where keys are joined", () => {
    const {program: alone, "program+payer": joined} = groups({
      program: {program_key: "day+night"},
      episode: {payer: "medicaid"}
    });
    expect(alone).toBe("day+night");
    expect(joined).toBe("day%2Bnight+medicaid");
  });
});
