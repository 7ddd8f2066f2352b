import {differenceWords, toldWords} from "../../src/dashboard/components/change.ts";
import {formatPeriod} from "../../src/dashboard/components/format.ts";
import {counts} from "../../src/dashboard/components/value.ts";
import {statusLabels} from "../../src/publish/statuses.ts";
import type {CheckChange} from "../../src/releases/checks_changed.ts";
import type {Changes} from "../../src/releases/compare_releases.ts";
import {isTold, type Move, type Told} from "../../src/releases/move.ts";
import {apartWords, causesOf, summaryOf} from "../../src/releases/words.ts";
import {paragraph, section, table} from "../explain/layout.ts";

/** What moved between two releases, for a terminal. */
export function changesInWords(changes: Changes): string {
  const {before, after, figures, past, programs, headline} = changes;
  const isHeadline = ({measure}: Move) => headline.includes(measure);
  return [
    `From ${before.release} to ${after.release}`,
    ...table([
      ["data as of", `${before.as_of}, then ${after.as_of}`],
      ["Plumbline", `${before.code_version}, then ${after.code_version}`]
    ]),
    "",
    ...paragraph(summaryOf(changes).join(" ")),
    ...paragraph("A difference is one published number less the other: no interval, no test, no verdict."),
    ...section("Headline figures, everyone, all time", table(figures.filter(isHeadline).map(line))),
    ...section("Every other measure, everyone, all time", table(figures.filter((move) => !isHeadline(move)).map(line))),
    ...section("Figures of everyone for quarters closed in both, told otherwise now", table(past.moved.map(line))),
    ...section(
      "What differs and may explain a number that moved",
      causesOf(changes).flatMap((one) => paragraph(one, "  - ", "    "))
    ),
    ...section("Figures of programs that were hidden, or are shown again", hiddenLines(programs)),
    ...definitionLines(changes),
    ...section(
      "Settings",
      table(
        changes.settings.map(({name, before: was, after: is}) => [name, `${was ?? "not set"}, then ${is ?? "not set"}`])
      )
    ),
    ...deliveryLines(changes),
    ...section("Checks that did not fail then, and fail now", table(changes.checks.began_to_fail.map(checkLine))),
    ...section("Checks that failed then, and do not now", table(changes.checks.no_longer_fail.map(checkLine)))
  ].join("\n");
}

function line(move: Move): [string, string] {
  const {label, period, before, after, difference, apart, unit} = move;
  const name = period === "" ? label : `${label}, ${formatPeriod(period)}`;
  const what =
    difference !== null ? differenceWords(difference, unit).toLowerCase() : apart === null ? "" : apartWords[apart];
  return [name, `${told(before)}, then ${told(after)}: ${what}`];
}

function told(one: Told | null): string {
  if (one === null) return "not there";
  const words = statusLabels.find(({id}) => id === one.status)?.label ?? one.status;
  if (one.value === null) return words;
  const notes = [
    counts(one),
    ...(one.status === "published" ? [] : [words]),
    ...(one.is_held ? [`held as of ${one.as_of}`] : [])
  ];
  return `${toldWords(one)} (${notes.join("; ")})`;
}

function hiddenLines(programs: readonly Move[]): string[] {
  const byMeasure = [...Map.groupBy(programs, ({label}) => label)];
  return table(
    byMeasure.map(([label, moves]) => {
      const shown = moves.filter(({after}) => after !== null && isTold(after)).length;
      return [label, `${moves.length - shown} now hidden, ${shown} now shown`];
    })
  );
}

function definitionLines({definitions: {changed, added, gone}}: Changes): string[] {
  const rows = [...changed, ...added, ...gone].map(({label, before, after}): [string, string] => [
    label,
    before === null
      ? `new, version ${after}`
      : after === null
        ? `gone, was version ${before}`
        : `version ${before}, then ${after}`
  ]);
  return section("Definitions", table(rows));
}

function deliveryLines({deliveries: {added, gone, changed, refused, no_longer_refused}}: Changes): string[] {
  const name = ({source, delivered_on, sequence}: (typeof added)[number]) =>
    `${delivered_on}, ${source}, sequence ${sequence}`;
  const rows: [string, string][] = [
    ...added.map((one): [string, string] => ["new", name(one)]),
    ...changed.map((one): [string, string] => ["with other files", name(one)]),
    ...gone.map((one): [string, string] => ["no longer read", name(one)]),
    ...refused.map(({folder, code}): [string, string] => ["refused", `${folder}: ${code}`]),
    ...no_longer_refused.map(({folder, code}): [string, string] => ["no longer refused", `${folder}: ${code}`])
  ];
  return section("Deliveries", table(rows));
}

function checkLine({check, subject, source, before, after}: CheckChange): [string, string] {
  const of = [subject, source].filter((part) => part !== "").join(", ");
  return [of === "" ? check : `${check} (${of})`, `${before ?? "not run"}, then ${after ?? "not run"}`];
}
