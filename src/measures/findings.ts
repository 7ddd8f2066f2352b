import type {ShareFinding} from "../claims/finding.ts";
import type {Settings} from "../settings.ts";
import {median, type Said, share, type Words} from "./finding_words.ts";

/** The words of the measures that are of no instrument, by id. */
export function findings(settings: Settings): Readonly<Record<string, Words>> {
  return {
    completion: share({
      subject: "people discharged",
      achieved: "had completed treatment"
    }),
    completion_or_transfer: share({
      subject: "people discharged",
      achieved: "had completed treatment or were transferred to another program"
    }),
    completion_excluding_neutral: share({
      subject: "people discharged",
      restriction: "who did not leave by death, jail, a step up or another neutral exit",
      achieved: "had completed treatment"
    }),
    early_dropout: share({
      subject: "people admitted",
      achieved: "dropped out or were terminated before the third session or day 14"
    }),
    recovery: course({
      restriction: "who finished and began as a case",
      measured: {predicate: "were measured twice on both instruments", otherwise: "counted_against"},
      achieved: "had recovered on both instruments"
    }),
    reliable_recovery: course({
      restriction: "who finished and began as a case",
      measured: {predicate: "were measured twice on both instruments", otherwise: "counted_against"},
      achieved: "had recovered by more than measurement error"
    }),
    reliable_improvement: course({
      achieved: "had improved by more than measurement error on one instrument and worsened on neither"
    }),
    reliable_deterioration: course({
      achieved: "had worsened by more than measurement error on one instrument and improved on neither"
    }),
    no_reliable_change: course({
      achieved: "had not changed by more than measurement error, or had changed in both directions"
    }),
    paired_completeness: course({
      measured: null,
      achieved: "had first and last scores on both instruments"
    }),
    attendance: sessions({achieved: "were attended"}),
    no_show: sessions({
      achieved: "were missed without notice or cancelled late"
    }),
    client_cancellation: sessions({
      achieved: "were cancelled by the client"
    }),
    program_cancellation: sessions({
      restriction: "",
      achieved: "were cancelled by the program"
    }),
    attended_hours_per_week: median({
      subject: "people discharged",
      restriction: "who stayed a week or longer",
      quantity: "time attended"
    }),
    weeks_at_dose: share({
      subject: "program weeks of people discharged",
      restriction: "whose hours were prescribed",
      achieved: "reached 80% of the prescribed hours",
      counted: "weeks"
    }),
    length_of_stay: median({
      subject: "people discharged",
      quantity: "length of stay"
    }),
    time_in_program: median({
      subject: "people admitted",
      quantity: "time to discharge"
    }),
    planned_exit: share({
      subject: "people admitted",
      achieved: `had left as planned by day ${settings.exit_day}`
    }),
    unplanned_exit: share({
      subject: "people admitted",
      achieved: `had left otherwise than planned by day ${settings.exit_day}`
    }),
    time_to_first_service: median({
      subject: "people referred",
      quantity: "wait from referral to the first session",
      units: "referrals"
    }),
    seen_within_48_hours: share({
      subject: "people referred",
      achieved: "had a first session within 48 hours",
      counted: "referrals",
      units: "referrals"
    }),
    readmission_30: readmission(30),
    readmission_90: readmission(90),
    baseline_measured: share({
      subject: "people admitted",
      achieved: "had a score at admission"
    }),
    end_measured: share({
      subject: "people discharged",
      achieved: "had a score at the end"
    }),
    weekly_measured: share({
      subject: "weeks with an attended session",
      achieved: "had a score",
      counted: "weeks"
    }),
    followup_retention: reached("150 to 210"),
    followup_retention_wide: reached("120 to 240"),
    group_size: median({
      subject: "group meetings held",
      quantity: "size",
      units: "meetings"
    }),
    group_size_in_range: share({
      subject: "group meetings held",
      achieved: `had ${settings.group_size_from} to ${settings.group_size_to} attendees`,
      counted: "meetings",
      units: "meetings"
    }),
    ideation_at_baseline: ideation({
      restriction: "who answered item 9 of the PHQ-9 at admission",
      achieved: "had reported thoughts of death or self-harm"
    }),
    ideation_new: ideation({
      achieved: "had reported none at first and some at the last score"
    }),
    ideation_resolved: ideation({
      achieved: "had reported some at admission and none at the last score"
    })
  };
}

type ShareWords = Partial<Said<ShareFinding>> & Pick<ShareFinding, "achieved">;

function course(words: ShareWords): Said<ShareFinding> {
  const measured = {predicate: "were measured twice on both instruments", otherwise: "left_out"} as const;
  return share({subject: "people discharged", restriction: "who finished", measured, ...words});
}

function sessions(words: ShareWords): Said<ShareFinding> {
  const restriction = "that the program neither cancelled nor excused";
  return share({subject: "sessions planned", restriction, counted: "sessions", ...words});
}

function readmission(days: number): Said<ShareFinding> {
  return share({
    subject: "people discharged",
    achieved: `were admitted to the same program again within ${days} days`
  });
}

function reached(window: string): Said<ShareFinding> {
  return share({
    subject: "people discharged",
    achieved: `had a score ${window} days after discharge`,
    counted: "people",
    units: "people"
  });
}

function ideation(words: ShareWords): Said<ShareFinding> {
  return share({
    subject: "people discharged",
    restriction: "who answered item 9 of the PHQ-9 at admission and at the last score",
    ...words
  });
}
