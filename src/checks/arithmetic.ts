import type {Check} from "./check.ts";

const ours = {
  severity: "fatal",
  category: "conformance",
  tolerated_share: 0,
  hint: "nothing was published: report this, it is a fault of the pipeline; a rebuilt warehouse may mend it for now"
} as const;

/** Checks of the pipeline's own arithmetic: none may ever fail. */
export const arithmetic: readonly Check[] = [
  {
    ...ours,
    name: "rows_end_somewhere",
    because: "A row that is read and then lost would be missing from every figure without anybody knowing.",
    subject: "files",
    checked: "files of accepted deliveries",
    counts: "operations"
  },
  {
    ...ours,
    name: "rows_are_placed",
    because: "Every accepted row must either count or be listed as waiting, or figures leave out people in silence.",
    subject: "rows",
    checked: "current rows of the record",
    counts: "people"
  },
  {
    ...ours,
    name: "episodes_have_outcomes",
    because: "An episode without its row of outcomes would be in no denominator.",
    subject: "episodes",
    checked: "episodes that take part",
    counts: "people"
  },
  {
    ...ours,
    name: "marts_match_flags",
    because: "Figures are made from counts that are kept up night by night; they must equal what a fresh count gives.",
    subject: "totals",
    checked: "totals counted afresh",
    counts: "operations"
  },
  {
    ...ours,
    name: "breakdowns_add_up",
    because: "Groups of a breakdown that do not add up to the whole have lost people or counted them twice.",
    subject: "totals",
    checked: "totals of a measure over one breakdown and period type",
    counts: "operations"
  },
  {
    ...ours,
    name: "numerators_within_denominators",
    because: "A share below 0 or above 1 cannot be true.",
    subject: "counts",
    checked: "counts by measure, program, group and period",
    counts: "operations"
  }
];
