import {instruments} from "../instruments/index.ts";
import {ideationItemOf} from "../instruments/instrument.ts";
import type {Example} from "./example.ts";
import type {Proportion} from "./measure.ts";

const instrument = "phq9";
const items = instruments.find(({id}) => id === instrument);
const asked = (items === undefined ? null : ideationItemOf(items)) ?? 9;

const shared = {
  kind: "proportion",
  grain: "score",
  instrument,
  version: "1",
  domain: "safety",
  better: "lower",
  parameters: ["prorate"],
  period_by: "discharged_on",
  of_these: ["has_several_episodes"],
  hides_extremes: true,
  source: "PHQ-03; Joint Commission NPSG.15.01.01",
  caveats: [
    "Item 9 is a screening response, not a risk assessment; the clinical response happens in the clinical record.",
    "Not answered is never taken for no ideation: such episodes are left out and counted in the ladder."
  ]
} as const;

/** PHQ-9 answers with 1 to each item and the given answer to the item on thoughts of death. */
function answers(ideation: number | null): (number | null)[] {
  return Array.from({length: 9}, (_, index) => (index + 1 === asked ? ideation : 1));
}

function example(
  because: string,
  counts: Example["counts"],
  ...scores: [day: number, ideation: number | null][]
): Example {
  return {because, counts, course: {scores: {[instrument]: scores.map(([day, ideation]) => [day, answers(ideation)])}}};
}

export const ideation_at_baseline: Proportion = {
  ...shared,
  id: "ideation_at_baseline",
  label: "Thoughts of death at admission",
  question:
    "Of people asked at admission, what share report thoughts of being better off dead or of hurting themselves?",
  why: "A program must know how many of its people come with such thoughts, to be staffed for it.",
  method:
    "Item 9 of the baseline PHQ-9 answered 1 or more, over treated episodes discharged in the period in which it was answered.",
  better: "neither",
  counted: ["is_discharged", "is_treated", "has_baseline", "has_ideation_answer"],
  numerator: ["was_ideating"],
  examples: [
    example("several days", "numerator", [0, 1]),
    example("not at all", "denominator", [0, 0]),
    example("item 9 not answered", "neither", [0, null])
  ]
};

export const ideation_new: Proportion = {
  ...shared,
  id: "ideation_new",
  label: "New thoughts of death",
  question: "Of people asked at admission and at the end, what share report such thoughts at the end only?",
  why: "It is a sign of harm that an average of scores would hide.",
  method:
    "Item 9 answered 0 at baseline and 1 or more at the last PHQ-9, over treated episodes discharged in the period with both answers.",
  counted: ["is_discharged", "is_treated", "has_baseline", "has_pair", "has_ideation_pair"],
  numerator: ["is_newly_ideating"],
  examples: [
    example("from 0 to 1", "numerator", [0, 0], [55, 1]),
    example("from 2 to 2: persisting, not new", "denominator", [0, 2], [55, 2]),
    example("item 9 not answered at the end", "neither", [0, 0], [55, null])
  ]
};

export const ideation_resolved: Proportion = {
  ...shared,
  id: "ideation_resolved",
  label: "Thoughts of death resolved",
  question: "Of people asked at admission and at the end, what share report such thoughts at admission only?",
  why: "For those who came with such thoughts, losing them is what matters first.",
  method:
    "Item 9 answered 1 or more at baseline and 0 at the last PHQ-9, over treated episodes discharged in the period with both answers.",
  better: "higher",
  counted: ["is_discharged", "is_treated", "has_baseline", "has_pair", "has_ideation_pair"],
  numerator: ["is_no_longer_ideating"],
  examples: [
    example("from 3 to 0", "numerator", [0, 3], [55, 0]),
    example("from 3 to 1", "denominator", [0, 3], [55, 1]),
    example("item 9 not answered at admission", "neither", [0, null], [55, 0])
  ]
};
