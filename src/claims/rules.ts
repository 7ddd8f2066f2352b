import {figureRules} from "./figure_rules.ts";
import type {ClaimKind} from "./grounds.ts";
import type {Rule} from "./rule.ts";
import {silenceRules} from "./silence_rules.ts";
import type {Strength} from "./strength.ts";
import {verdictRules} from "./verdict_rules.ts";

/** The strongest sentence that a kind of claim can be, whatever its grounds. */
export const greatest: Readonly<Record<ClaimKind, Strength>> = {
  level: "descriptive",
  movement: "directional",
  comparison: "evaluative",
  trend: "evaluative",
  target: "evaluative",
  missing: "descriptive",
  natural_course: "directional"
};

/** The rule table: of the rules that hold, the one that allows least decides. */
export const rules: readonly Rule[] = [...silenceRules, ...figureRules, ...verdictRules];
