import type {ChangeFinding, Finding, MedianFinding, ShareFinding} from "../claims/finding.ts";

/** What a measure adds to the words that its declaration has already: its label, and which way is better. */
export type Said<Of extends Finding> = Omit<Of, "label" | "better">;
export type Words = Said<ShareFinding> | Said<ChangeFinding> | Said<MedianFinding>;

const plain = {restriction: "", measured: null, follow_up: false, comparable: true, units: "episodes"} as const;

type Part<Of extends Finding> = Partial<Said<Of>> & Pick<Of, "subject">;

export function share(words: Part<ShareFinding> & Pick<ShareFinding, "achieved">): Said<ShareFinding> {
  return {form: "share", ...plain, counted: "episodes", ...words};
}

export function median(words: Part<MedianFinding> & Pick<MedianFinding, "quantity">): Said<MedianFinding> {
  return {form: "median", ...plain, ...words};
}

export function change(
  words: Part<ChangeFinding> & Pick<ChangeFinding, "scores" | "span" | "matters">
): Said<ChangeFinding> {
  return {form: "change", ...plain, gain: "fall", ...words};
}
