import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {UserError} from "../../src/errors.ts";
import {readDeclaration} from "../../src/instruments/declaration.ts";

const gad7 = readFileSync(join(import.meta.dirname, "../../data/instruments/gad7.yaml"), "utf8");

/** Message and hint of the UserError that a declaration ends with. */
function refusalOf(text: string): string {
  try {
    readDeclaration(text, "gad7.yaml");
  } catch (error) {
    if (error instanceof UserError) return `${error.message} | ${error.hint}`;
    throw error;
  }
  return "";
}

/** The GAD-7 with one text in place of another, which must be in it. */
function gad7With(instead: string, of: string): string {
  expect(gad7).toContain(of);
  return gad7.replace(of, instead);
}

const lineOf = (text: string) => gad7.slice(0, gad7.indexOf(text)).split("\n").length;

describe("a wrong declaration is refused with the line, what was expected and what was found", () => {
  it.each([
    [
      "a code with a wrong check digit",
      "69733-5",
      "69733-4",
      'items, number 3, loinc: expected a LOINC code with its check digit, such as 44249-1, found "69733-5"'
    ],
    ["a code twice", "69725-0", "69733-4", 'items, number 3, loinc: expected a code of its own, found "69725-0"'],
    [
      "bands that do not ascend",
      "{ from: 5, label: moderate",
      "{ from: 10, label: moderate",
      "bands, number 3, from: expected more than 5, as bands ascend, found 5"
    ],
    [
      "a first band not from 0",
      "from: 1, label: minimal",
      "from: 0, label: minimal",
      "bands, number 1, from: expected 0, where the first band begins, found 1"
    ],
    [
      "a band above the highest total",
      "from: 22, label: severe",
      "from: 15, label: severe",
      "bands, number 4, from: expected at most the highest total, 21, found 22"
    ],
    [
      "a cut-off above the highest total",
      "elevated_from: 22",
      "elevated_from: 10",
      "elevated_from: expected at most the highest total, 21, found 22"
    ],
    [
      "remission above the cut-off",
      "remission_below: 11",
      "remission_below: 5",
      "remission_below: expected at most elevated_from, found 11"
    ],
    [
      "a reliable change that cannot be",
      "reliable_change: { points: 30",
      "reliable_change: { points: 4",
      "reliable_change, points: expected at most the highest total, 21, found 30"
    ],
    [
      "no item that must be answered",
      "may_be_missing: 7",
      "may_be_missing: 1",
      "may_be_missing: expected fewer than there are items, found 7"
    ],
    [
      "a word for a number",
      "remission_below: five",
      "remission_below: 5",
      'remission_below: expected a number, found "five"'
    ],
    ["half points", "elevated_from: 9.5", "elevated_from: 10", "elevated_from: expected a whole number, found 9.5"],
    ["items that begin at 1", "{ from: 1, to: 4 }", "{ from: 0, to: 3 }", "item_scores, from: expected 0, found 1"],
    [
      "an answer beyond the range",
      "LA6571-9: 4",
      "LA6571-9: 3",
      "answers, LA6571-9: expected at most 3, as item_scores say, found 4"
    ],
    [
      "an answer code of the wrong form",
      "6571: 3",
      "LA6571-9: 3",
      "answers: expected LOINC answer codes, such as LA6568-5, found 6571"
    ],
    [
      "a reliability of more than 1",
      "value: 1.2",
      "value: 0.85",
      "reliability, number 1, value: expected less than 1, found 1.2"
    ],
    [
      "an id with a hyphen",
      "id: gad-7",
      "id: gad7",
      'id: expected at most 16 small letters and digits, a letter first, found "gad-7"'
    ]
  ])("%s", (_, instead, of, message) => {
    const refusal = refusalOf(gad7With(instead, of));
    expect(refusal).toContain(message);
    expect(refusal).toMatch(/^gad7\.yaml:\d+:\d+: .* \| docs\/instruments\.md says what a declaration holds$/);
    expect(refusal).toContain(`gad7.yaml:${lineOf(of)}:`);
  });

  it.each([
    ["elevated_form", "elevated_from", "did you mean elevated_from?"],
    ["remission_bellow", "remission_below", "did you mean remission_below?"],
    ["abuot", "about", "did you mean about?"],
    ["souce: Toussaint 2020", "source: Toussaint 2020", "did you mean source?"],
    ["higher_is_better", "elevated_from", "the keys here are id, label, name"]
  ])("an unknown key, %s", (instead, of, hint) => {
    const refusal = refusalOf(gad7With(instead, of));
    expect(refusal).toContain(`expected a known key, found ${instead.split(":")[0]} | ${hint}`);
    expect(refusal).toContain(`gad7.yaml:${lineOf(of)}:`);
  });

  it("two items that ask for ideation", () => {
    const asks = gad7.replaceAll(/(about: (?:nervous|restless))/g, "$1, asks_for_ideation: true");
    expect(refusalOf(asks)).toContain(
      "items, number 5, asks_for_ideation: expected one item at most that asks, found true"
    );
  });

  it("more items than the record has room for, or none", () => {
    const more = "items:\n".concat("  - {about: another}\n".repeat(14));
    expect(refusalOf(gad7With(more, "items:\n"))).toContain("items: expected at most 20, found a list of 21");
    expect(refusalOf(gad7.replace(/items:\n(?: +[-#].*\n)+may/, "items: []\nmay"))).toContain(
      "items: expected one at least, found a list of 0"
    );
  });

  it("what is missing, what is no table and what is no YAML", () => {
    expect(refusalOf(gad7.replace(/^licence.*\n/m, ""))).toContain(
      "gad7.yaml:1:1: licence: expected a text, found nothing"
    );
    expect(refusalOf("")).toContain("gad7.yaml:1:1: expected a table, found null");
    expect(refusalOf(`${gad7}id: gad8\n`)).toContain("expected YAML, found duplicate key");
    expect(refusalOf(gad7With("bands: [", "bands:"))).toMatch(/^gad7\.yaml:2\d:\d+: expected YAML, found /);
  });
});
