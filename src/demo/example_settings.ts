import {firstOfMonth, isoOf} from "./calendar.ts";
import type {Incidents} from "./incidents.ts";
import type {DemoOptions} from "./options.ts";

/** What the example organisation has written into its plumbline.yaml, by the name of the setting. SYNTHETIC like everything else. */
export type ExampleSettings = ReturnType<typeof exampleSettings>;

/** The settings of an example with these options: its definition of success, its targets, and what happened when. */
export function exampleSettings(options: DemoOptions, {telehealth, upgrade}: Incidents) {
  const since = `${options.first_month}-01`;
  const dayAt = (share: number) => isoOf(firstOfMonth(options.first_month, Math.floor(options.months * share)));
  const [first] = options.programs;
  const stepDown = options.programs.find(({level_of_care}) => level_of_care === "php");
  return {
    organisation: "SYNTHETIC Example Clinics",
    synthetic: true,
    success: {
      definition: "reliable_improvement",
      registered_on: since,
      because: "chosen before the first figures were seen (SYNTHETIC)"
    },
    targets: [
      ...targets.map((target) => ({...target, since, programs: []})),
      ...(stepDown === undefined
        ? []
        : [{...ofPartialHospitalization, since: dayAt(0.5), programs: [stepDown.program_key]}])
    ],
    annotations: [
      {on: dayAt(0.25), what: "evening groups opened", programs: first === undefined ? [] : [first.program_key]},
      {on: isoOf(telehealth.from), what: "every session by video for a month", programs: []},
      {on: isoOf(upgrade.from), what: "new electronic record", programs: []},
      {on: dayAt(0.75), what: "new group curriculum", programs: []}
    ].map((event) => ({...event, rebases: false}))
  };
}

const board = "board decision before the first year (SYNTHETIC)";

const targets = [
  {measure: "completion", value: 0.5, basis: board},
  {
    measure: "phq9_effect_size",
    value: 0.6,
    basis: "smallest effect that the board thinks worth the treatment (SYNTHETIC)"
  },
  {measure: "reliable_improvement", value: 0.55, basis: board},
  {measure: "attendance", value: 0.8, basis: "what the groups were planned for (SYNTHETIC)"},
  {
    measure: "followup_retention",
    value: 0.6,
    basis: "below it, answers after discharge do not speak for the rest (SYNTHETIC)"
  },
  {measure: "seen_within_48_hours", value: 0.6, basis: "promise made to those who refer (SYNTHETIC)"}
] as const;

const ofPartialHospitalization = {
  measure: "completion",
  value: 0.4,
  basis: "its own first year, since most step down rather than complete (SYNTHETIC)"
} as const;
