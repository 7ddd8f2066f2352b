import type {ChangeFinding, Finding, MedianFinding, ShareFinding} from "../../src/claims/finding.ts";

const plain = {restriction: "", measured: null, follow_up: false, comparable: true, units: "episodes"} as const;

/** The words of every measure, by id: what each declaration will say of itself. */
export const findings: Readonly<Record<string, Finding>> = {
  completion: share({
    label: "completion",
    better: "higher",
    subject: "people discharged",
    achieved: "had completed treatment"
  }),
  completion_or_transfer: share({
    label: "completion or transfer",
    better: "higher",
    subject: "people discharged",
    achieved: "had completed treatment or were transferred to another program"
  }),
  completion_excluding_neutral: share({
    label: "completion, neutral exits left out",
    better: "higher",
    subject: "people discharged",
    restriction: "who did not leave by death, jail, a step up or another neutral exit",
    achieved: "had completed treatment"
  }),
  early_dropout: share({
    label: "early dropout",
    better: "lower",
    subject: "people admitted",
    achieved: "dropped out or were terminated before the third session or day 14"
  }),
  ...instrumentFindings({
    id: "phq9",
    name: "PHQ-9",
    construct: "depression",
    elevated_from: 10,
    remission_below: 5,
    reliable_change: 6,
    minimal_important_change: 5
  }),
  ...instrumentFindings({
    id: "gad7",
    name: "GAD-7",
    construct: "anxiety",
    elevated_from: 10,
    remission_below: 5,
    reliable_change: 4,
    minimal_important_change: 4
  }),
  recovery: course({
    label: "recovery",
    better: "higher",
    restriction: "who finished and began as a case",
    measured: {predicate: "were measured twice on both instruments", otherwise: "counted_against"},
    achieved: "had recovered on both instruments"
  }),
  reliable_recovery: course({
    label: "reliable recovery",
    better: "higher",
    restriction: "who finished and began as a case",
    measured: {predicate: "were measured twice on both instruments", otherwise: "counted_against"},
    achieved: "had recovered by more than measurement error"
  }),
  reliable_improvement: course({
    label: "reliable improvement",
    better: "higher",
    achieved: "had improved by more than measurement error on one instrument and worsened on neither"
  }),
  reliable_deterioration: course({
    label: "reliable deterioration",
    better: "lower",
    achieved: "had worsened by more than measurement error on one instrument and improved on neither"
  }),
  no_reliable_change: course({
    label: "no reliable change",
    better: "neither",
    achieved: "had not changed by more than measurement error, or had changed in both directions"
  }),
  paired_completeness: course({
    label: "paired completeness",
    better: "higher",
    measured: null,
    achieved: "had first and last scores on both instruments"
  }),
  attendance: sessions({label: "attendance", better: "higher", achieved: "were attended"}),
  no_show: sessions({
    label: "no-shows and late cancellations",
    better: "lower",
    achieved: "were missed without notice or cancelled late"
  }),
  client_cancellation: sessions({
    label: "cancellations by clients",
    better: "lower",
    achieved: "were cancelled by the client"
  }),
  program_cancellation: sessions({
    label: "cancellations by the program",
    better: "lower",
    restriction: "",
    achieved: "were cancelled by the program"
  }),
  attended_hours_per_week: median({
    label: "hours attended a week",
    better: "neither",
    subject: "people discharged",
    restriction: "who stayed a week or longer",
    quantity: "time attended"
  }),
  weeks_at_dose: share({
    label: "weeks at the prescribed dose",
    better: "higher",
    subject: "program weeks of people discharged",
    restriction: "whose hours were prescribed",
    achieved: "reached 80% of the prescribed hours",
    counted: "weeks"
  }),
  length_of_stay: median({
    label: "length of stay",
    better: "neither",
    subject: "people discharged",
    quantity: "length of stay"
  }),
  time_in_program: median({
    label: "time in program",
    better: "neither",
    subject: "people admitted",
    quantity: "time to discharge"
  }),
  planned_exit: share({
    label: "planned exit within 12 weeks",
    better: "higher",
    subject: "people admitted",
    achieved: "had left as planned within 12 weeks"
  }),
  unplanned_exit: share({
    label: "unplanned exit within 12 weeks",
    better: "lower",
    subject: "people admitted",
    achieved: "had left otherwise than planned within 12 weeks"
  }),
  time_to_first_service: median({
    label: "time to first service",
    better: "lower",
    subject: "people referred",
    quantity: "wait from referral to the first session",
    units: "referrals"
  }),
  seen_within_48_hours: share({
    label: "seen within 48 hours",
    better: "higher",
    subject: "people referred",
    achieved: "had a first session within 48 hours",
    counted: "referrals",
    units: "referrals"
  }),
  readmission_30: readmission(30),
  readmission_90: readmission(90),
  baseline_measured: share({
    label: "measured at admission",
    better: "higher",
    subject: "people admitted",
    achieved: "had a score at admission"
  }),
  end_measured: share({
    label: "measured at the end",
    better: "higher",
    subject: "people discharged",
    achieved: "had a score at the end"
  }),
  weekly_measured: share({
    label: "measured every week",
    better: "higher",
    subject: "weeks with an attended session",
    achieved: "had a score",
    counted: "weeks"
  }),
  followup_retention: reached("six-month follow-up", "150 to 210"),
  followup_retention_wide: reached("six-month follow-up, wide window", "120 to 240"),
  group_size: median({
    label: "group size",
    better: "neither",
    subject: "group meetings held",
    quantity: "size",
    units: "meetings"
  }),
  group_size_in_range: share({
    label: "group size in range",
    better: "higher",
    subject: "group meetings held",
    achieved: "had 6 to 15 attendees",
    counted: "meetings",
    units: "meetings"
  }),
  ideation_at_baseline: ideation({
    label: "thoughts of death at admission",
    better: "neither",
    restriction: "who answered item 9 of the PHQ-9 at admission",
    achieved: "had reported thoughts of death or self-harm"
  }),
  ideation_new: ideation({
    label: "new thoughts of death",
    achieved: "had reported none at first and some at the last score"
  }),
  ideation_resolved: ideation({
    label: "thoughts of death resolved",
    better: "higher",
    achieved: "had reported some at admission and none at the last score"
  })
};

type Part<Words> = Partial<Words> & Pick<Finding, "label" | "better" | "subject">;

function share(words: Part<ShareFinding> & Pick<ShareFinding, "achieved">): ShareFinding {
  return {form: "share", ...plain, counted: "episodes", ...words};
}

function median(words: Part<MedianFinding> & Pick<MedianFinding, "quantity">): MedianFinding {
  return {form: "median", ...plain, ...words};
}

function change(words: Part<ChangeFinding> & Pick<ChangeFinding, "scores" | "span" | "matters">): ChangeFinding {
  return {form: "change", ...plain, gain: "fall", ...words};
}

type ShareWords = Partial<ShareFinding> & Pick<ShareFinding, "label" | "achieved">;

function course(words: ShareWords & Pick<ShareFinding, "better">): ShareFinding {
  const measured = {predicate: "were measured twice on both instruments", otherwise: "left_out"} as const;
  return share({subject: "people discharged", restriction: "who finished", measured, ...words});
}

function sessions(words: ShareWords & Pick<ShareFinding, "better">): ShareFinding {
  const restriction = "that the program neither cancelled nor excused";
  return share({subject: "sessions planned", restriction, counted: "sessions", ...words});
}

function readmission(days: number): ShareFinding {
  return share({
    label: `readmission within ${days} days`,
    better: "lower",
    subject: "people discharged",
    achieved: `were admitted to the same program again within ${days} days`
  });
}

function reached(label: string, window: string): ShareFinding {
  return share({
    label,
    better: "higher",
    subject: "people discharged",
    achieved: `had a score ${window} days after discharge`,
    counted: "people",
    units: "people"
  });
}

function ideation(words: ShareWords): ShareFinding {
  return share({
    subject: "people discharged",
    restriction: "who answered item 9 of the PHQ-9 at admission and at the last score",
    better: "lower",
    ...words
  });
}

interface Words {
  readonly id: string;
  readonly name: string;
  readonly construct: string;
  readonly elevated_from: number;
  readonly remission_below: number;
  readonly reliable_change: number;
  readonly minimal_important_change: number;
}

function instrumentFindings(instrument: Words): Record<string, Finding> {
  return {...atTheEnd(instrument), ...afterDischarge(instrument)};
}

function atTheEnd({id, name, ...of}: Words) {
  const {reliable_change: reliable, minimal_important_change: important} = of;
  const shown = {subject: "people discharged", better: "higher", measured: leftOut("had a later score")} as const;
  const pair = {...shown, measured: leftOut("were measured at admission and again later")} as const;
  const elevated = {...shown, restriction: `who began with a ${name} score of ${of.elevated_from} or more`} as const;
  const moved = {
    ...pair,
    scores: `${name} scores`,
    span: "from admission to the last score",
    matters: important
  } as const;
  return {
    [`${id}_change`]: change({...moved, label: `${name} change`}),
    [`${id}_effect_size`]: change({...moved, label: `${name} effect size`}),
    [`${id}_reliable_improvement`]: share({
      ...pair,
      label: `${name} reliable improvement`,
      achieved: `had improved by ${reliable} points or more on the ${name}`
    }),
    [`${id}_reliable_deterioration`]: share({
      ...pair,
      label: `${name} reliable deterioration`,
      better: "lower",
      achieved: `had worsened by ${reliable} points or more on the ${name}`
    }),
    [`${id}_response`]: share({...elevated, label: `${name} response`, achieved: "had at least halved their score"}),
    [`${id}_remission`]: share({
      ...elevated,
      label: `${name} remission`,
      comparable: false,
      achieved: `had few symptoms left, with a score below ${of.remission_below}`
    }),
    [`${id}_mcid`]: share({
      ...shown,
      restriction: `who began with a ${name} score of ${important} or more`,
      label: `${name} important change`,
      achieved: `had improved by ${important} points or more`
    })
  };
}

function afterDischarge({id, name, construct, minimal_important_change: matters}: Words) {
  const reached = {subject: "people discharged", better: "higher", follow_up: true, units: "people"} as const;
  const moved = {...reached, scores: `${name} scores`, matters} as const;
  const both = {...moved, measured: leftOut("were measured at admission and at six months"), span: "between the two"};
  return {
    [`${id}_change_at_followup`]: change({...both, label: `${name} change at six months`}),
    [`${id}_effect_size_at_followup`]: change({...both, label: `${name} effect size at six months`}),
    [`${id}_change_since_discharge`]: change({
      ...moved,
      measured: leftOut("were measured at admission, at the end and at six months"),
      label: `${name} change since discharge`,
      span: "from the last score to six months"
    }),
    [`${id}_gains_maintained`]: share({
      ...reached,
      counted: "people",
      restriction: `who left with reliable improvement on the ${name}`,
      measured: leftOut("were measured again at six months"),
      label: `${name} gains maintained`,
      achieved: `had kept the gain in ${construct} scores`
    })
  };
}

function leftOut(predicate: string) {
  return {predicate, otherwise: "left_out"} as const;
}
