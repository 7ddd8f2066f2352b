import {z} from "zod";

const files = ["programs", "clients", "referrals", "episodes", "sessions", "assessments", "followups"] as const;

const crossedPair = z
  .string()
  .regex(/^[a-z_]+\+[a-z_]+$/, "expected two breakdowns joined by +, for example program+payer");

const annotation = z.strictObject({
  on: z.iso.date("expected a date, for example 2026-01-15"),
  what: z.string().min(1).max(200),
  programs: z.array(z.string()).default([]),
  rebases: z.boolean().default(false)
});

const target = z.strictObject({
  measure: z.string().min(1),
  value: z.number(),
  basis: z.string().min(1).max(200),
  since: z.iso.date("expected a date, for example 2026-01-01"),
  programs: z.array(z.string()).default([])
});

/**
 * Everything that an organisation may set, each with its label, unit and reason. A setting changes every number it touches and
 * is printed with them; a constant that one measure needs is part of that measure's definition instead.
 */
export const settingsSchema = z.strictObject({
  organisation: z.string().min(1).default("Unnamed organisation").meta({
    label: "Organisation",
    why: "Stands on every page and in the manifest"
  }),
  synthetic: z.boolean().default(false).meta({
    label: "Synthetic data",
    why: "Labels every page and file as SYNTHETIC"
  }),
  prorate: z.boolean().default(true).meta({
    label: "Prorate scores with few items missing",
    why: "As many items may be missing as the instrument's declaration allows (PHQ-9: 2 of 9, GAD-7: 1 of 7); never used where PHQ-9 and GAD-7 are judged together"
  }),
  stale_after_days: z.int().min(1).max(365).default(30).meta({
    label: "An open episode is stale after",
    unit: "days without a session",
    why: "Otherwise episodes that nobody closed become long stayers"
  }),
  exit_day: z.int().min(14).max(365).default(84).meta({
    label: "Planned and unplanned exits are counted by",
    unit: "days from admission",
    why: "Twelve weeks is the longest stay that most intensive programs plan"
  }),
  group_size_from: z.int().min(1).default(6).meta({
    label: "Smallest group that is in range",
    unit: "people",
    why: "Programs describe groups of 6 to 15"
  }),
  group_size_to: z.int().min(1).default(15).meta({
    label: "Largest group that is in range",
    unit: "people",
    why: "Programs describe groups of 6 to 15"
  }),
  minimum_units: z.int().min(11).default(30).meta({
    label: "Unstable below",
    unit: "units",
    why: "Below about 30 an interval is wider than 17 points either way"
  }),
  minimum_units_effect_size: z.int().min(11).default(20).meta({
    label: "No effect size below",
    unit: "pairs",
    why: "The standard deviation that divides it is not known well enough"
  }),
  success: z
    .strictObject({
      definition: z.enum(["effect", "response", "reliable_improvement", "remission"]),
      registered_on: z.iso.date(),
      because: z.string().min(1)
    })
    .nullable()
    .default(null)
    .meta({
      label: "Registered definition of success",
      why: "Four definitions give four figures; the one chosen beforehand is marked, and a change needs a new date and a new note",
      example: {
        definition: "reliable_improvement",
        registered_on: "2026-01-15",
        because: "board decision of January 2026"
      }
    }),
  disclosure_profile: z.enum(["cms11", "threshold5", "round5"]).default("cms11").meta({
    label: "Disclosure profile",
    why: "cms11: no count of 1 to 10, nor what tells one; threshold5: none of 1 to 4; round5: all counts as multiples of 5, which tell none of 1 to 4"
  }),
  disclosure_audit: z.enum(["hide", "stop"]).default("hide").meta({
    label: "When a small count follows from several sums together",
    why: "hide: further rows are hidden until none does; stop: the run ends with exit code 5 and names the places, for you to make them coarser"
  }),
  crossed_breakdowns: z
    .array(crossedPair)
    .default(["program+payer", "program+age_band", "program+discharge_reason"])
    .meta({
      label: "Crossed breakdowns",
      why: "Every crossed pair makes cells smaller, so only those that are asked for are published"
    }),
  late_source_days: z.int().min(1).default(45).meta({
    label: "A source is late after",
    unit: "days behind the as-of date",
    why: "A figure over sources that do not reach the same date looks worse or better than it is"
  }),
  annotations: z
    .array(annotation)
    .default([])
    .meta({
      label: "Events that control charts name",
      why: "Only an event that rebases gives a chart new limits, in the programs it names, or everywhere if it names none; no other figure moves",
      example: [{on: "2026-01-15", what: "evening groups opened", programs: ["n-iop"], rebases: true}]
    }),
  targets: z
    .array(target)
    .default([])
    .meta({
      label: "Targets",
      unit: "each in the unit of its measure, a share as 0 to 1",
      why: "A figure is held against the newest target of its measure that was in force when its period ended: that of all programs together, or that of the programs a target names; basis says where the number comes from",
      example: [{measure: "completion", value: 0.5, basis: "our own history", since: "2026-01-01", programs: []}]
    }),
  unknown_columns: z
    .partialRecord(z.enum(files), z.enum(["refuse", "ignore"]))
    .default({})
    .meta({
      label: "Unknown columns, by file",
      why: "refuse (default) or ignore (reported); never kept silently",
      example: {sessions: "ignore"}
    }),
  fail_on: z
    .array(z.string())
    .default([])
    .meta({
      label: "Checks raised to errors",
      why: "A warning that this organisation wants to end its nightly run with exit code 1",
      example: ["late_source"]
    })
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;
export type Annotation = Settings["annotations"][number];
export type Target = Settings["targets"][number];

/** The settings of an organisation that sets nothing. */
export const defaultSettings: Settings = Object.freeze(settingsSchema.parse({}));
