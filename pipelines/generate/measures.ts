import {measures} from "../../src/measures/index.ts";
import type {Measure} from "../../src/measures/measure.ts";
import {catalogueOf} from "../../src/publish/catalogue.ts";
import {defaultSettings} from "../../src/settings.ts";

type Entry = ReturnType<typeof catalogueOf>["measures"][number];

/** docs/measures.md: every measure as it declares itself, under the default settings. */
export function measuresDocument(): string {
  const {measures: entries} = catalogueOf({
    measures,
    settings: defaultSettings,
    programs: [],
    breakdowns: [],
    as_of: ""
  });
  const head = "# Measures\n\nWritten by `npm run generate` from the declarations in `src/measures`; not by hand.\n";
  const contents = entries.map(({id, label}) => `- [${label}](#${id}) \`${id}\``).join("\n");
  return `${head}\n${contents}\n\n${entries.map(section).join("\n")}`;
}

function section(entry: Entry): string {
  return [
    `<a id="${entry.id}"></a>`,
    "",
    `## ${entry.label}`,
    "",
    `\`${entry.id}\`, version ${entry.version}. ${entry.question}`,
    "",
    `**Why.** ${entry.why}`,
    "",
    `**How.** ${entry.method}`,
    "",
    `**Counted.** ${capitalised(entry.denominator)}; by ${entry.period_by}.`,
    "",
    `**Figure.** ${capitalised(entry.estimator)}, in ${entry.unit}; interval: ${entry.interval}. ${directions[entry.better]}`,
    "",
    `**Source.** ${entry.source}.${parametersOf(entry)}`,
    "",
    ...entry.caveats.map((caveat) => `- ${caveat}`),
    "",
    "| Worked example | Course, days since admission | Counts |",
    "|---|---|---|",
    ...entry.examples.map(
      ({because, rows, counts, value}) =>
        `| ${because} | ${rows.join("; ")} | ${counts}${value === undefined ? "" : `, ${value}`} |`
    ),
    ""
  ].join("\n");
}

const directions: Readonly<Record<Measure["better"], string>> = {
  higher: "Higher is better.",
  lower: "Lower is better.",
  neither: "Neither direction is better."
};

function parametersOf({parameters}: Entry): string {
  return parameters.map(({name, value, label}) => ` ${label}: ${value} (\`${name}\`).`).join("");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
