import {Random} from "../statistics/random.ts";
import {normal, shiftOdds} from "./distributions.ts";

/** How an episode may end, and how likely each ending is among treated episodes. */
export interface ExitShares {
  completed: number;
  transferred: number;
  dropped_out: number;
  terminated: number;
  other: number;
  incarcerated: number;
  death: number;
  unknown: number;
}

/** A program of the example organisation and what its episodes are drawn from. */
export interface ProgramPlan {
  readonly program_key: string;
  readonly site_key: string;
  readonly name: string;
  readonly population: "mh" | "dual";
  readonly level_of_care: "iop" | "php";
  readonly planned_weeks: number;
  readonly hours_week: number;
  readonly weekdays: readonly number[];
  readonly share_of_admissions: number;
  readonly groups: number;
  /** Whether it gives the PCL-5 beside the PHQ-9 and the GAD-7, as a program does that treats trauma. */
  readonly gives_pcl5: boolean;
  readonly exits: Readonly<ExitShares>;
  readonly transfer_to: readonly (readonly ["step_down" | "step_up" | "lateral", number])[];
  /** Program of this organisation that takes such a transfer, if there is one. */
  readonly continues_at: Readonly<Partial<Record<"step_down" | "step_up" | "lateral", string>>>;
  /** Median days from admission to the last attended session, both included. */
  readonly median_days: {
    readonly completed: number;
    readonly transferred: number;
    readonly others: number;
  };
}

/** Exits and lengths of stay of the IOPs: measure specification, section 10.2; those of the PHP are our own. */
export const examplePrograms: readonly ProgramPlan[] = [
  {
    program_key: "north-iop",
    site_key: "north",
    name: "SYNTHETIC North IOP, adults",
    population: "mh",
    level_of_care: "iop",
    planned_weeks: 7,
    hours_week: 9,
    weekdays: [1, 3, 4],
    share_of_admissions: 0.42,
    groups: 3,
    gives_pcl5: false,
    exits: exits(0.68, 0.08, 0.17, 0.04, 0.015, 0.004),
    transfer_to: weights(0.15, 0.6, 0.25),
    continues_at: {step_up: "north-php"},
    median_days: {completed: 50, transferred: 35, others: 24}
  },
  {
    program_key: "north-php",
    site_key: "north",
    name: "SYNTHETIC North PHP, adults",
    population: "mh",
    level_of_care: "php",
    planned_weeks: 4,
    hours_week: 20,
    weekdays: [1, 2, 3, 4, 5],
    share_of_admissions: 0.26,
    groups: 1,
    gives_pcl5: false,
    exits: exits(0.38, 0.4, 0.14, 0.04, 0.02, 0.004),
    transfer_to: weights(0.85, 0.1, 0.05),
    continues_at: {step_down: "north-iop"},
    median_days: {completed: 28, transferred: 21, others: 24}
  },
  {
    program_key: "south-dual",
    site_key: "south",
    name: "SYNTHETIC South Dual Diagnosis IOP, adults",
    population: "dual",
    level_of_care: "iop",
    planned_weeks: 8,
    hours_week: 12,
    weekdays: [1, 2, 3, 4],
    share_of_admissions: 0.32,
    groups: 2,
    gives_pcl5: true,
    exits: exits(0.42, 0.18, 0.25, 0.11, 0.013, 0.014),
    transfer_to: weights(0.3, 0.45, 0.25),
    continues_at: {},
    median_days: {completed: 50, transferred: 35, others: 24}
  }
];

/** A program with its site's effects, drawn once from the seed. `change_shift` is in SDs of the baseline score. */
export interface Program extends ProgramPlan {
  readonly change_shift: number;
}

/** Gives each site its effect on completion (logit SD 0.25) and on change (SD 0.10 of the baseline SD). */
export function withSiteEffects(plans: readonly ProgramPlan[], seed: number): Program[] {
  return plans.map((plan) => {
    const random = new Random(seed, "site", plan.site_key);
    const completed = shiftOdds(plan.exits.completed, 0.25 * normal(random));
    return {
      ...plan,
      exits: rescale(plan.exits, completed),
      change_shift: 0.1 * normal(random)
    };
  });
}

function rescale(shares: Readonly<ExitShares>, completed: number): ExitShares {
  const factor = (1 - completed) / (1 - shares.completed);
  return {
    completed,
    transferred: shares.transferred * factor,
    dropped_out: shares.dropped_out * factor,
    terminated: shares.terminated * factor,
    other: shares.other * factor,
    incarcerated: shares.incarcerated * factor,
    death: shares.death * factor,
    unknown: shares.unknown * factor
  };
}

function exits(
  completed: number,
  transferred: number,
  dropped_out: number,
  terminated: number,
  other: number,
  incarcerated: number
): ExitShares {
  const death = 0.003;
  const unknown = 1 - completed - transferred - dropped_out - terminated - other - incarcerated - death;
  return {
    completed,
    transferred,
    dropped_out,
    terminated,
    other,
    incarcerated,
    death,
    unknown
  };
}

function weights(step_down: number, step_up: number, lateral: number): ProgramPlan["transfer_to"] {
  return [
    ["step_down", step_down],
    ["step_up", step_up],
    ["lateral", lateral]
  ];
}
