import {describe, expect, it} from "vitest";
import {UserError} from "../../src/errors.ts";
import {lines, requestOf, requestWith} from "./request_file.ts";

async function mistakeIn(...others: readonly string[]): Promise<{message: string; hint: string | undefined}> {
  const error = await requestWith(...others).then(
    () => null,
    (thrown: unknown) => thrown
  );
  if (!(error instanceof UserError)) throw new Error(`expected a UserError, found ${error}`);
  expect(error.kind).toBe("usage");
  return {message: error.message, hint: error.hint};
}

describe("a request for a cohort", () => {
  it("asks for episodes in days since admission, eleven alike, and for nothing that needs a basis, unless it says so", async () => {
    const {cohort} = await requestWith();
    expect(cohort.definition).toMatchObject({
      shape: "episodes",
      dates: "days_since_admission",
      k: 11,
      l: 2,
      suppress_up_to: 0,
      item9: null,
      part2: null,
      expert_determination: null
    });
  });

  it("has one hash, whatever its comments, its spacing and the order of what has no order", async () => {
    const usual = await requestWith("programs: [b, a]", "include:\n  - sex: [male, female]\n  - payer: medicaid");
    const other = await requestOf(
      [
        "# for the annual meeting",
        "include:\n  - sex: [female, male]\n  - {payer: [medicaid]}",
        "programs: [a, b, a]",
        ...lines.toReversed()
      ].join("\n\n")
    );
    expect(other.cohort.hash).toBe(usual.cohort.hash);
    expect(usual.cohort.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["purpose: another"],
    ["columns: [los_days, sex]"],
    ["include:\n  - sex: female"],
    ["k: 12"],
    ["period: {by: admitted, from: 2025-01-01, to: 2026-03-31}"]
  ])("has another hash where it asks for something else: %s", async (line) => {
    const [one, other] = await Promise.all([requestWith(), requestWith(line)]);
    expect(other.cohort.hash).not.toBe(one.cohort.hash);
  });

  it("takes the order of conditions as it stands, since the attrition table follows it", async () => {
    const one = await requestWith("include:\n  - sex: female\n  - payer: medicaid");
    const other = await requestWith("include:\n  - payer: medicaid\n  - sex: female");
    expect(one.cohort.hash).not.toBe(other.cohort.hash);
  });

  it("brings, beside a column that may be empty, the one that says why", async () => {
    const {cohort} = await requestWith("columns: [los_days, phq9_baseline]");
    expect(cohort.columns.map(({name}) => name)).toEqual([
      "los_days",
      "los_missing",
      "phq9_baseline",
      "phq9_baseline_missing"
    ]);
  });

  it("brings the scores of its instruments: admission, end and six months, in a wide table week by week too", async () => {
    const episodes = await requestWith("instruments: [gad7]");
    expect(episodes.cohort.columns.map(({name}) => name)).toContain("gad7_followup_day");
    expect(episodes.cohort.columns.map(({name}) => name)).not.toContain("gad7_week_0");
    const wide = await requestWith("instruments: [gad7]", "shape: wide");
    expect(wide.cohort.columns.map(({name}) => name)).toEqual(
      expect.arrayContaining(["gad7_baseline", "gad7_week_0", "gad7_week_12"])
    );
    const long = await requestWith("instruments: [gad7]", "shape: long");
    expect(long.cohort.columns.map(({name}) => name)).toEqual(["sex", "los_days", "los_missing"]);
    expect(long.cohort.instruments).toEqual(["gad7"]);
  });
});

describe("a mistake in a request is told with its place and what was probably meant", () => {
  it.each([
    [["colums: [sex]"], /^cohort\.yaml:7:\d+: colums: expected a known name, found colums$/, /did you mean columns\?/],
    [["columns: [sexx]"], /:6:11: columns, number 1: expected a column, found sexx$/, /did you mean sex\?/],
    [["columns: [admitted]"], /expected a column, found admitted$/, /did you mean /],
    [["columns: []"], /:6:10: columns: expected one at least, found a list of 0$/, /docs\/cohort-exports\.md/],
    [["name: Change"], /: name: expected small letters and digits, joined by - or _, .+, found Change$/, /./],
    [["basis: {kind: none, number: 1}"], /basis, kind: expected irb, .+ or pending, found none$/, /./],
    [["basis: {kind: irb}"], /basis, number: expected a text, such as 2026-014, found nothing$/, /./],
    [["period: {by: discharged, from: 2026-01-01, to: 2025-01-01}"], /period: expected from before to/, /./],
    [
      ["period: {by: discharged, from: 2026-02-30, to: 2026-03-01}"],
      /period, from: expected a date, .+2026-02-30$/,
      /./
    ],
    [["k: 10"], /: k: expected 11 or more: fewer alike could be told apart, found 10$/, /./],
    [["suppress_up_to: 0.2"], /: suppress_up_to: expected 0\.1 or less, found 0\.2$/, /./],
    [["shape: tall"], /: shape: expected episodes, long or wide, found tall$/, /./],
    [["shape: long"], /: instruments: expected an instrument, since the shape is long, found none$/, /\[phq9\]/],
    [["instruments: [phq8]"], /instruments, number 1: expected an instrument, found phq8$/, /did you mean phq9\?/],
    [
      ["include:\n  - sexs: female"],
      /:8:11: include, number 1, sexs: expected a field, .+found sexs$/,
      /did you mean sex\?/
    ],
    [
      ["include:\n  - sex: femal"],
      /:8:10: include, number 1, sex: expected a code of the field, found femal$/,
      /female\?/
    ],
    [["include:\n  - sex: {from: 1}"], /sex: expected codes, since the field has no numbers, found from and to$/, /./],
    [["include:\n  - zip3: 21"], /zip3: expected a text, found 21$/, /in quotes, for example "021"/],
    [["include:\n  - {sex: male, payer: other}"], /include, number 1: expected one field, .+, found a table$/, /./],
    [["exclude:\n  - counted_in: attendance"], /counted_in: expected a measure of episodes, found attendance$/, /./],
    [["include:\n  - numerator_of: length_of_stay"], /expected a measure of episodes with a numerator/, /./],
    [["include:\n  - admitted_on: 2025-01-01"], /admitted_on: expected a field, counted_in or numerator_of/, /./],
    [["quasi_identifiers: [race]"], /quasi_identifiers: expected columns that are asked for, found race$/, /sex/],
    [["generalise:\n  - {field: sex}"], /generalise, number 1: expected \{field: …, to: …\} or /, /./]
  ])("%j", async (others, message, hint) => {
    const mistake = await mistakeIn(...others);
    expect(mistake.message).toMatch(message);
    expect(mistake.hint).toMatch(hint);
  });

  it("where there is no such file, or it is no YAML", async () => {
    await expect(requestOf("name: [")).rejects.toThrow(/^cohort\.yaml:1:\d+: expected YAML, found /);
  });
});

describe("what a request cannot ask for without saying what allows it", () => {
  it.each([
    ["columns: [phq9_baseline_item_9]"],
    ["columns: [ideation_new]"],
    ["include:\n  - numerator_of: ideation_at_baseline"],
    ["exclude:\n  - phq9_end_item_9: 3"]
  ])("answers on thoughts of death: %s", async (line) => {
    const {message, hint} = await mistakeIn(line);
    expect(message).toMatch(/thoughts of death/);
    expect(hint).toMatch(/item9: \{basis: irb, number: 2026-014\}/);
    await expect(requestWith(line, "item9: {basis: irb, number: 2026-014}")).resolves.toBeDefined();
  });

  it("dates, moved or not", async () => {
    expect((await mistakeIn("columns: [admitted_on]")).hint).toMatch(/discharge_day/);
    const {message} = await mistakeIn("dates: shifted");
    expect(message).toMatch(/dates: expected days_since_admission, or an expert's determination, found shifted/);
    const expert = "expert_determination: {by: Dr. B. Example, on: 2026-02-01, reference: ED-7}";
    await expect(requestWith("dates: shifted", expert, "columns: [admitted_on]")).resolves.toBeDefined();
  });

  it("keys of its own: those of the export are there anyway", async () => {
    expect((await mistakeIn("columns: [person_id]")).hint).toMatch(/in every table/);
  });
});
