import type {Portion, RatioVerdict, Step, UnitVerdict, Verdict} from "../../src/explain/verdict.ts";
import {Footnotes} from "./footnotes.ts";
import {paragraph, section} from "./layout.ts";

/** Why an episode counts in a measure or does not, for people inside the organisation. */
export function episodeInWords(verdict: Verdict): string {
  const {label, measure, episode_key, source, as_of, nothing} = verdict;
  const notes = new Footnotes();
  return [
    `${label} (${measure}), episode ${episode_key} of ${source}, data as of ${as_of}`,
    ...(nothing === null ? [] : [`Not counted: ${nothing}.`]),
    ...verdictInWords(verdict, notes),
    ...section("The rows that decided", notes.lines())
  ].join("\n");
}

function verdictInWords({units, ratio}: Verdict, notes: Footnotes): string[] {
  const [first] = units;
  if (ratio !== null) return ratioInWords(ratio, notes);
  if (first === undefined) return [];
  if (first.unit.startsWith("episode")) return unitInWords(first, notes);
  if (first.steps.length > 0) return units.flatMap((unit) => section(unit.unit, unitInWords(unit, notes)));
  return section(
    `Group meetings in which the client was treated: ${units.length}`,
    units.flatMap((unit) => meetingInWords(unit, notes))
  );
}

function unitInWords(unit: UnitVerdict, notes: Footnotes): string[] {
  const {counts, steps, numerator, value, periods} = unit;
  const list = (among: readonly Step[]) => among.flatMap((step) => stepInWords(step, notes));
  const isCounted = counts !== "neither";
  return [
    ...paragraph(outcomeInWords(unit), ""),
    ...(isCounted ? [`Its periods: ${periods.join(", ")}.`] : []),
    ...section("Who is counted", list(steps)),
    ...section(isCounted ? "The numerator" : "The numerator, were it counted", list(numerator)),
    ...(value === null ? [] : section("What it counts with", paragraph(`${value.because}${notes.cite(value.rows)}`)))
  ];
}

/** The verdict, and where it is a no, what decided it. */
function outcomeInWords({counts, steps, numerator, value, counts_from}: UnitVerdict): string {
  switch (counts) {
    case "numerator":
      return "Counted, in the numerator.";
    case "denominator":
      return `Counted, but not in the numerator. ${firstNo(numerator)}.`;
    case "counted":
      return value === null ? "Counted." : `Counted, with ${value.because}.`;
    case "neither":
      return `${counts_from === null ? "Not counted" : `Not counted yet, from ${counts_from} on`}. ${firstNo(steps)}.`;
  }
}

function firstNo(steps: readonly Step[]): string {
  const step = steps.find(({holds}) => !holds);
  return step === undefined
    ? "It has no date that puts it in a period"
    : `What does not hold: ${step.label} (${step.because})`;
}

function stepInWords({holds, label, because, rows}: Step, notes: Footnotes): string[] {
  const words = because === label ? [label] : [label, because];
  const cited = notes.cite(rows);
  const [first = "", ...more] = words.map((text, index) => (index === words.length - 1 ? `${text}${cited}` : text));
  return [
    ...paragraph(first, holds ? "  yes  " : "  NO   ", "       "),
    ...more.flatMap((text) => paragraph(text, "       "))
  ];
}

function meetingInWords({unit, counts, numerator, value}: UnitVerdict, notes: Footnotes): string[] {
  const [within] = numerator;
  const words =
    within === undefined
      ? value?.because
      : `${within.because}: ${counts === "numerator" ? "in the numerator" : "in the denominator only"}`;
  return paragraph(`${unit}: ${words}${notes.cite([...(value?.rows ?? []), ...(within?.rows ?? [])])}`, "  ", "    ");
}

function ratioInWords(
  {counts, units, numerator, denominator, months, portions}: RatioVerdict,
  notes: Footnotes
): string[] {
  const part = (place: Portion["counts"], heading: string) => section(heading, portionsInWords(portions, place, notes));
  if (counts === "neither")
    return [`Not counted: none of its ${units} is in the denominator.`, ...part("neither", "Left out")];
  const byMonth = months.map((month) => `${month.month} ${month.numerator} of ${month.denominator}`);
  return [
    `Counted, with ${numerator} of ${denominator} ${units}.`,
    ...paragraph(`By month: ${byMonth.join(", ")}.`, ""),
    ...part("numerator", "In the numerator"),
    ...part("denominator", "In the denominator only"),
    ...part("neither", "Left out")
  ];
}

function portionsInWords(portions: readonly Portion[], place: Portion["counts"], notes: Footnotes): string[] {
  return portions
    .filter(({counts}) => counts === place)
    .flatMap(({n, because, rows}) => paragraph(`${n} ${because}${notes.cite(rows)}`, "  ", "    "));
}
