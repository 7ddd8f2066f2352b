import {allow} from "./allow.ts";
import {comparisonSentence} from "./comparison_sentence.ts";
import {factsOf} from "./facts.ts";
import type {ClaimKind, Grounds} from "./grounds.ts";
import {missingSentence} from "./missing_sentence.ts";
import {movementSentence} from "./movement_sentence.ts";
import {naturalCourseSentence} from "./natural_course_sentence.ts";
import {upperFirst} from "./phrases.ts";
import {requireSound} from "./require_sound.ts";
import {silence} from "./silence.ts";
import {stateFigure} from "./state_figure.ts";
import type {Spoken, Strength} from "./strength.ts";
import {targetSentence} from "./target_sentence.ts";
import {trendSentence} from "./trend_sentence.ts";

/** A published sentence, no stronger than the rule table allows. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly strength: Strength;
  readonly sentence: string;
  /** What kept it from being stronger, as clauses; empty where it is as strong as its kind can be. */
  readonly because: readonly string[];
}

/**
 * The sentence that the grounds carry: the facts among them are held against the rule table, and the words are those
 * of the strength that is left. Throws where a number is not finite or a share is none: what is not known is null.
 *
 * @example a completion of 281 of 450 in 2026 Q1: // descriptive, "Of people discharged in 2026 Q1, 62.4% had completed
 * // treatment (95% interval 57.9% to 66.8%; 281 of 450 episodes)."
 */
export function claim(grounds: Grounds): Claim {
  requireSound(grounds);
  const {kind, evidence} = grounds;
  const {strength, because} = allow(kind, factsOf(grounds), evidence);
  const words = strength === "silent" ? silence(grounds, because) : speak(grounds, strength);
  return {kind, strength, sentence: `${upperFirst(words)}.`, because};
}

function speak(grounds: Grounds, strength: Spoken): string {
  switch (grounds.kind) {
    case "level":
      return stateFigure(grounds, strength);
    case "movement":
      return movementSentence(grounds, strength);
    case "comparison":
      return comparisonSentence(grounds, strength);
    case "trend":
      return trendSentence(grounds, strength);
    case "target":
      return targetSentence(grounds, strength);
    case "missing":
      return missingSentence(grounds, strength);
    case "natural_course":
      return naturalCourseSentence(grounds, strength);
  }
}
