/**
 * What the example is drawn from: measure specification, section 10.2, but for the PCL-5, whose figures are our own; not estimates
 * of any real program. "Completers" are episodes that were completed or transferred to step down; "others" are all other treated
 * episodes.
 */
export const parameters = {
  phq9: {
    baseline: {mean: 15, sd: 5.7},
    end_sd: 5.28,
    pre_post_correlation: 0.5,
    change: {completers: 5, others: 2},
    followup_drift: {mean: 0.8, sd: 4.8}
  },
  gad7: {
    baseline: {mean: 12.8, sd: 5},
    end_sd: 4.04,
    pre_post_correlation: 0.5,
    change: {completers: 4.2, others: 1.6},
    followup_drift: {mean: 0.6, sd: 4.2}
  },
  pcl5: {
    baseline: {mean: 48, sd: 14},
    end_sd: 15,
    pre_post_correlation: 0.5,
    change: {completers: 21, others: 9},
    followup_drift: {mean: 2, sd: 12}
  },
  phq9_gad7_correlation: 0.65,
  phq9_pcl5_correlation: 0.7,
  never_started: 0.03,
  early_dropout: 0.1,
  stay_sigma: 0.45,
  attendance: {completers: {a: 16, b: 3}, others: {a: 5, b: 3}},
  program_cancel: 0.02,
  excused: 0.015,
  no_baseline: 0.05,
  missing_end: {completers: 0.1, others: 0.55},
  week_not_measured: 0.12,
  gad7_skipped: 0.06,
  total_only: 0.04,
  missing_items: {one: 0.02, two: 0.005, three_or_more: 0.003},
  pcl5_missing_items: {one: 0.02, two: 0.007, three_or_more: 0.009},
  followup: {
    completers: 0.52,
    others: 0.27,
    odds_per_phq9_point: -0.0619,
    late: 0.05
  },
  inquiry_to_service_hours: {median: 60, sigma: 1.105},
  referrals_admitted: 0.62,
  readmission_30: 0.04,
  readmission_90: 0.09,
  late_discharge: 0.03,
  late_correction: 0.02
} as const;

/** Who ends well enough to be drawn as a completer. */
export function isCompleter(reason: string, transferTo: string | null): boolean {
  return reason === "completed" || (reason === "transferred" && transferTo === "step_down");
}
