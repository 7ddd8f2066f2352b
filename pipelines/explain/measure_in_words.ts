import {figureInWords} from "../figure_in_words.ts";
import {paragraph, section, table} from "./layout.ts";
import type {MeasureReport} from "./measure_report.ts";
import {placeInWords} from "./place.ts";
import {columnsInWords, statementsInWords} from "./sql_in_words.ts";

/** What stands behind a figure, for people. */
export function measureInWords(report: MeasureReport): string {
  const {id, label, version, domain, unit, better, question, why, caveats, versions} = report;
  return [
    `${label} (${id}, version ${version})`,
    ...paragraph(question, ""),
    ...paragraph(why, ""),
    "",
    ...table(
      [
        ["Domain", domain],
        [
          "Unit",
          `${unitsInWords[unit]}; ${better === "neither" ? "neither higher nor lower is better" : `${better} is better`}`
        ],
        ["Source", report.source],
        ["Reviewed", `by ${report.reviewed.by} on ${report.reviewed.on}, next by ${report.reviewed.next}`]
      ],
      ""
    ),
    ...section("The rule", ruleInWords(report)),
    ...section("Parameters", parametersInWords(report)),
    ...section(`How many are left, ${placeInWords(report.place)}, data as of ${versions.as_of}`, ladderInWords(report)),
    ...section(
      "Read it with care",
      caveats.flatMap((caveat) => paragraph(caveat, "  - ", "    "))
    ),
    ...section("Versions", table(versionsInWords(report))),
    ...section("The SQL that counted", statementsInWords(report.sql)),
    ...section("The SQL that decided, column by column", columnsInWords(report.sql))
  ].join("\n");
}

const unitsInWords: Readonly<Record<MeasureReport["unit"], string>> = {
  share: "a share, here in %",
  points: "points of the score",
  sd: "standard deviations",
  days: "days",
  hours_per_week: "hours a week",
  attendees: "people in a meeting"
};

function ruleInWords({rule, method, estimator, interval, period_by, finest_period}: MeasureReport): string[] {
  const {units, counted, denominator, numerator, value, waits_for} = rule;
  const list = (conditions: readonly {readonly condition: string; readonly words: string}[]) =>
    table(
      conditions.map(({condition, words}) => [condition, words] as const),
      "    "
    );
  return [
    ...(counted.length === 0 ? [] : [`  Who is counted: ${units}, in these steps`, ...list(counted)]),
    ...(denominator.length === 0 ? [] : ["  The denominator", ...list(denominator)]),
    ...(numerator.length === 0
      ? []
      : [
          `  ${denominator.length > 0 || counted.length === 0 ? "The numerator" : "Of these, in the numerator"}`,
          ...list(numerator)
        ]),
    ...(value.length === 0
      ? []
      : [`  What is taken from ${counted.length === 0 ? `all ${units}` : "each of these"}`, ...list(value)]),
    ...(waits_for === null ? [] : paragraph(`Time must pass: ${waits_for}`)),
    ...paragraph(`The date that puts one in a period: ${period_by}, by ${finest_period}s and longer`),
    ...paragraph(`How: ${method}`),
    ...paragraph(`Figure: ${estimator}; interval: ${interval}`)
  ];
}

function parametersInWords({parameters, instrument}: MeasureReport): string[] {
  const settings = parameters.map(
    ({name, label, value, origin}) => [name, `${value} (${label}; from ${origin})`] as const
  );
  if (instrument === null) return settings.length === 0 ? ["  none: no setting changes this measure"] : table(settings);
  const {id, label, reliable_change, minimal_important_change, elevated_from, remission_below, may_be_missing} =
    instrument;
  const constants = [
    `reliable change ${reliable_change.points} (${reliable_change.source})`,
    `important change ${minimal_important_change.points} (${minimal_important_change.source})`,
    `elevated from ${elevated_from}`,
    `remission below ${remission_below}`,
    `prorated with at most ${may_be_missing} items missing`
  ];
  return [...table(settings), ...paragraph(`${label}, by data/instruments/${id}.yaml: ${constants.join(", ")}`)];
}

function ladderInWords({ladder, figure, rule}: MeasureReport): string[] {
  if (figure === null)
    return [`  nobody is counted here, and nobody waits to be: no ${rule.units} reached the last step`];
  const rows = ladder.map(({count, label, is_note}) => ({
    count: count === null ? hidden : String(count),
    label,
    is_note
  }));
  const width = Math.max(0, ...rows.map(({count}) => count.length));
  const lines = rows.flatMap(({count, label}) =>
    paragraph(label, `  ${count.padStart(width)}  `, " ".repeat(width + 4))
  );
  const none = `  no ladder: ${rule.counted.length === 0 && rule.denominator.length > 0 ? `${rule.units} are counted, not episodes` : "ladders are counted for all programs, a program or a site, by quarter, year and all time"}`;
  const why = figure.reason === "" || figure.value === null ? "" : ` (${figure.reason})`;
  return [...(lines.length === 0 ? [none] : lines), "", `  ${figureInWords({...figure, guarded: []})}${why}`];
}

const hidden = "hidden to protect people";

function versionsInWords({versions}: MeasureReport): (readonly [string, string])[] {
  const {definition, code, as_of, known_on, build, is_behind} = versions;
  return [
    ["definition", definition],
    ["code", code],
    [
      "data as of",
      `${as_of}${known_on === null ? "" : `, as known on ${known_on}`}${is_behind ? "; deliveries have come since, which the next build will see" : ""}`
    ],
    ["build", `${build.slice(0, 12)}, the hash of the code, SQL and settings that decide what is counted`]
  ];
}
