import {describe, expect, it} from "vitest";
import {changeOf, differenceWords} from "../../src/dashboard/components/change.ts";
import {changesPage} from "../../src/dashboard/pages/changes.ts";
import {compareReleases} from "../../src/releases/compare_releases.ts";
import type {FigureRow} from "../../src/releases/published_release.ts";
import {figureRow, hiddenRow, released, releasedBefore} from "../releases/released.ts";
import {catalogue} from "./published_fixture.ts";

const then = figureRow({value: 0.488, numerator: 581, denominator: 1190, units: 1190, as_of: "2026-02-28"});
const now = figureRow({value: 0.491, numerator: 600, denominator: 1221, units: 1221});

function between(before: FigureRow[], after: FigureRow[]) {
  return compareReleases(releasedBefore({figures: before}), released({figures: after}));
}

function words(markup: {text: string}): string {
  return markup.text.replace(/<[^>]*>/g, "");
}

describe("a difference in words", () => {
  it.each([
    [0.003, "share", "0.3 percentage points more"],
    [-0.0125, "sd", "0.01 standard deviations less"],
    [0, "share", "The same"],
    [0.0001, "share", "Less than 0.1 percentage points more"],
    [-0.001, "sd", "Less than 0.01 standard deviations less"],
    [-3, "days", "3 days less"]
  ])("%d %s", (difference, unit, sentence) => {
    expect(differenceWords(difference, unit)).toBe(sentence);
  });
});

describe("a headline figure's line", () => {
  it("says what it was, of how many, in which release and as of when", () => {
    expect(words(changeOf(between([then], [now]), "completion"))).toBe(
      "0.3 percentage points more than in release 2026-02-28-bbbbbbbbbbbb, data as of 2026-02-28: 48.8%, 581 of 1,190."
    );
  });

  it("says so where there is no earlier release, and where the figure was not told or not in it", () => {
    expect(words(changeOf(null, "completion"))).toBe("No earlier release here to hold it against.");
    expect(words(changeOf(between([hiddenRow()], [now]), "completion"))).toMatch(/^Not told in release/);
    expect(words(changeOf(between([], [now]), "completion"))).toMatch(/^Not in release/);
  });

  it("gives no difference of a number that is hidden now or was counted by another definition", () => {
    expect(words(changeOf(between([then], [hiddenRow()]), "completion"))).toMatch(/told then, not told now\.$/);
    const other = words(changeOf(between([then], [figureRow({...now, version: "2"})]), "completion"));
    expect(other).toMatch(/another version of its definition, so not subtracted\.$/);
  });
});

describe("the page of what changed", () => {
  const page = (before: FigureRow[], after: FigureRow[]) => changesPage(catalogue, between(before, after)).body.text;

  it("says in words that there is no earlier release", () => {
    expect(changesPage(catalogue, null).body.text).toContain("no earlier release here");
  });

  it("shows a headline figure then and now, with interval, count, date and the way to its counting rule", () => {
    const text = page([then], [now]);
    const card = words({text: text.slice(text.indexOf("<article"), text.indexOf("</article>"))});
    for (const part of ["48.8%", "49.1%", "57.9% to 66.8%", "581 of 1,190", "600 of 1,221", "2026-02-28", "2026-03-31"])
      expect(card).toContain(part);
    expect(text).toContain('href="/measures/completion#definition"');
  });

  it("calls a difference what it is, and nothing better or worse", () => {
    const text = page([then], [now]);
    expect(text).toContain("one published number less the other");
    expect(text.replace(/got\s+better or worse/, "")).not.toMatch(/better|worse|improved|worsened|significant/);
  });

  it("says of a held figure since when it stands", () => {
    expect(words({text: page([then], [then])})).toContain("held: stands as of 2026-02-28");
  });

  it("has words, and no number, for what is hidden in either", () => {
    const text = page([hiddenRow({as_of: "2026-02-28"})], [now]);
    expect(text).toContain("not shown: 1 to 10 people");
    expect(text).toContain("not told in the earlier release");
    expect(text).not.toMatch(/[+−]\d/);
  });

  it("lists each figure of a past quarter that moved, folded", () => {
    const quarter = {period_type: "quarter", period: "2025-Q4"};
    const text = page([{...then, ...quarter}], [{...now, ...quarter}]);
    const past = text.slice(text.indexOf('id="past"'), text.indexOf('id="hidden"'));
    expect(past).toContain("<details><summary>All 1 figure of everyone, then and now</summary>");
    expect(words({text: past})).toContain("2025 Q4");
    expect(past).toContain("1 of 1");
  });
});
