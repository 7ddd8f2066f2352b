import {glossaryPath} from "../addresses.ts";
import {html, type Markup} from "../components/markup.ts";
import {plain} from "../components/words.ts";
import type {Release} from "../release.ts";

/** What each profile promises, in words. */
const promises: Readonly<Record<string, string>> = {
  cms11: "no count of 1 to 10 people is shown, and none can be worked out",
  threshold5: "no count of 1 to 4 people is shown, and none can be worked out",
  round5: "no count of 1 to 4 people is shown, and every count of people is a multiple of five"
};

/** The rule that the release was protected by: its name and what it promises, null where the release names none. */
export function profileWords({settings}: Release): {name: string; promise: string} | null {
  const name = settings.disclosure_profile;
  if (typeof name !== "string") return null;
  return {name, promise: promises[name] ?? plain(name)};
}

/** How people are protected in what is published, without formulas. */
export function disclosureWords(release: Release): Markup {
  const profile = profileWords(release);
  return html`<p>${
    profile === null
      ? "Small counts of people are not shown."
      : html`This release is protected by the profile <code>${profile.name}</code>: ${profile.promise}.`
  } A figure says something about a person as soon as few people stand behind it, so:</p>
<ul>
<li>A figure is hidden with everything made from it if the people counted, those who met the rule, or those who did not are few.</li>
<li>A figure is also hidden if a hidden one could be worked out from it: what is left of a total, a quarter from its months, a site from its
programs. That is why some large figures are hidden.</li>
<li>Before a release is written, what was chosen is tried as a reader with much time would try it, and rows that tell too much are taken out.</li>
<li>Releases are held against each other. A figure that changed by a few people only is not told anew: it is
<a href="${glossaryPath("held")}">held</a>, with its date, until enough has changed.</li>
<li>${profile?.name === "round5" ? "Counts of rows in deliveries and checks are not told, but for none." : "Counts of rows in deliveries and checks are in tens, rounded up."}</li>
<li>No row, date, score or key of a person is published</li>
</ul>
<p>Hidden means neither none, nor low, nor bad.</p>`;
}
