import {changesPath} from "../addresses.ts";
import type {Catalogue} from "../catalogue.ts";
import {type Content, html, type Markup} from "../components/markup.ts";
import {statusLabel, upperFirst} from "../components/words.ts";
import type {Status} from "../published.ts";
import type {Release} from "../release.ts";
import {termList} from "./terms.ts";

/** The words of the site in alphabetical order; each can be led to by glossaryPath(id). */
export function glossary(catalogue: Catalogue, release: Release): Markup {
  const terms = [...words(release), ...statuses(catalogue)].sort(([, a], [, b]) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1
  );
  return termList(terms.map(([id, term, meaning]) => ({id: `glossary-${id}`, term, meaning})));
}

type Entry = readonly [id: string, term: string, meaning: Content];

function words({as_of, release, settings}: Release): Entry[] {
  const fewest =
    typeof settings.minimum_units === "number" ? ` Here that is fewer than ${settings.minimum_units}.` : "";
  const profile = settings.disclosure_profile;
  return [
    [
      "as-of",
      "As-of date",
      html`The day whose knowledge the data are: nothing later counts. Of this release it is <time>${as_of}</time>.`
    ],
    ["baseline", "Baseline", "The first score of an episode, from around admission. Change is counted from it."],
    [
      "breakdown",
      "Breakdown",
      "What people are divided by, such as program, payer or age at admission; each part is a group."
    ],
    [
      "caseness",
      "Caseness",
      "A score at or above the cut-off of its instrument: the person counts as a case at that time."
    ],
    [
      "check",
      "Check",
      "A rule that the data are held to before anything is published. What it finds is on the data quality page."
    ],
    [
      "claim",
      "Claim",
      "A sentence about a figure, made by rules that allow no stronger words than the evidence carries."
    ],
    ["delivery", "Delivery", "A folder of files that a source sends on a day. It is read whole or refused whole."],
    ["denominator", "Denominator", "Whom a measure counts: everyone that its question is about, met or not."],
    [
      "difference",
      "Difference",
      "One figure less another. Between two releases it is a plain subtraction, without an interval."
    ],
    [
      "disclosure",
      "Disclosure profile",
      `The rule by which small counts of people are hidden.${typeof profile === "string" ? ` Here: ${profile}.` : ""}`
    ],
    [
      "effect-size",
      "Effect size",
      "The mean fall in a score, divided by how much people's scores differed at admission. It has the unit SD, standard deviations."
    ],
    ["episode", "Episode", "One stay of one person in one program, from admission to discharge."],
    [
      "held",
      "Held",
      html`A figure that stands as an earlier release told it, because what changed since is too little to be shown. It carries its own date. See <a href="${changesPath}">what changed</a>.`
    ],
    [
      "interval",
      "Interval",
      "The 95% interval: the range of values that fit the data well. Made again and again from other people, 95 in 100 such ranges would hold the true value. A wide one means few people."
    ],
    [
      "ladder",
      "Ladder",
      "The steps from everyone in the period down to those a measure counts, with how many are left at each."
    ],
    [
      "measure",
      "Measure",
      "One question with its rule: who counts, what counts as met, how the figure and its interval are made. A new rule is a new version."
    ],
    ["measured", "Measured", "Having the scores that an outcome needs. The share measured stands beside each outcome."],
    ["natural-course", "Natural course", "How the same scores move in people who wait or have usual care."],
    ["numerator", "Numerator", "Those of the denominator for whom the measure's rule is met."],
    ["period", "Period", "Everything of a year, a quarter or a month; “all time” is all of them together."],
    [
      "quarantine",
      "Quarantine",
      "Where a delivered row goes that breaks a rule. It counts nowhere until it is mended and sent again."
    ],
    ["recovery", "Recovery", "Having begun as a case and ended below the cut-off."],
    [
      "regression",
      "Regression to the mean",
      "High scores tend to be followed by lower ones, and low by higher, even if nobody changes."
    ],
    [
      "release",
      "Release",
      html`One set of published files, named by its as-of date and a hash of what it says. This is <code>${release}</code>.`
    ],
    [
      "reliable-change",
      "Reliable change",
      "A change larger than errors of measurement explain, 95 times in 100. Its size belongs to the instrument; the measures that use it give it."
    ],
    ["remission", "Remission", "Ending below the score from which people count as ill."],
    ["response", "Response", "A score that fell to half of the baseline, or less."],
    ["signal", "Signal", "A point or run of a control chart that usual movement does not explain."],
    ["treated", "Treated", "Having attended at least one session of the episode."],
    [
      "units",
      "Units",
      `What is counted: most often episodes, else referrals, sessions, weeks or group meetings. With few of them a figure is called unstable.${fewest}`
    ]
  ];
}

/** Words for what is not simply shown; the release says what each means. */
function statuses(catalogue: Catalogue): Entry[] {
  const named = catalogue.statuses.filter(({id}) => id !== "published");
  return named.map(({id}): Entry => [id, upperFirst(id), statusLabel(catalogue, id as Status)]);
}
