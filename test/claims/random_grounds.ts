import fc from "fast-check";
import type {ChangeFinding, Finding} from "../../src/claims/finding.ts";
import type {ComparisonGrounds, Evidence, Figure, Grounds, Unit} from "../../src/claims/grounds.ts";
import type {Estimate} from "../../src/statistics/estimate.ts";

/** Words without a meaning, so that every other word of a sentence is ours. */
const named = {
  label: fc.constant("zolk"),
  better: fc.constantFrom("higher", "lower", "neither"),
  subject: fc.constant("vips"),
  restriction: fc.constantFrom("", "who nabbed"),
  measured: fc.option(
    fc.record({predicate: fc.constant("were murled"), otherwise: fc.constantFrom("left_out", "counted_against")})
  ),
  follow_up: fc.constantFrom(false, false, false, true),
  comparable: fc.constantFrom(true, true, true, false),
  units: fc.constant("plens")
} as const;

const share: fc.Arbitrary<Finding> = fc.record({
  ...named,
  form: fc.constant("share"),
  achieved: fc.constant("had quobbed"),
  counted: fc.constantFrom("plens", "dracks")
});
const change: fc.Arbitrary<ChangeFinding> = fc.record({
  ...named,
  form: fc.constant("change"),
  scores: fc.constant("gromes"),
  span: fc.constant("from ost to wend"),
  gain: fc.constantFrom("fall", "rise"),
  matters: fc.constantFrom(4, 5, 10)
});
const median: fc.Arbitrary<Finding> = fc.record({
  ...named,
  form: fc.constant("median"),
  quantity: fc.constant("thrisk")
});

const evidence: fc.Arbitrary<Evidence> = fc.record({
  share_measured: shareMeasured(),
  window_closed: rarely(false),
  minimum_units: fc.constantFrom(30, 11, 60),
  minimum_units_effect_size: fc.constantFrom(20, 11, 60),
  smallest_shown: fc.constantFrom(11, 5)
});

const adjustment: fc.Arbitrary<ComparisonGrounds["adjustment"]> = fc.option(
  fc.record({events_per_covariate: fc.option(fc.double({min: 0, max: 40, noNaN: true}), {freq: 9})})
);

const scales: Readonly<Record<Unit, readonly [lowest: number, highest: number]>> = {
  share: [0, 1],
  points: [-9, 9],
  sd: [-2, 2],
  days: [1, 150],
  hours_per_week: [1, 20],
  attendees: [1, 20]
};

/** Grounds of every kind, most of them strong enough to say something. */
export const randomGrounds: fc.Arbitrary<Grounds> = fc.oneof(
  {weight: 2, arbitrary: anyFinding().chain(([finding, unit]) => level(finding, unit))},
  {weight: 2, arbitrary: anyChange().chain(([finding, unit]) => movement(finding, unit))},
  {weight: 9, arbitrary: anyFinding().chain(([finding, unit]) => comparison(finding, unit))},
  {weight: 2, arbitrary: anyFinding().chain(([finding, unit]) => trend(finding, unit))},
  {weight: 2, arbitrary: anyFinding().chain(([finding, unit]) => target(finding, unit))},
  {weight: 2, arbitrary: anyFinding().chain(([finding, unit]) => missing(finding, unit))},
  {weight: 2, arbitrary: anyChange().chain(([finding, unit]) => naturalCourse(finding, unit))}
);

function level(finding: Finding, unit: Unit): fc.Arbitrary<Grounds> {
  return fc.record({kind: fc.constant("level"), finding: fc.constant(finding), figure: figure(unit), evidence});
}

function movement(finding: ChangeFinding, unit: Unit): fc.Arbitrary<Grounds> {
  return fc.record({kind: fc.constant("movement"), finding: fc.constant(finding), figure: figure(unit), evidence});
}

function comparison(finding: Finding, unit: Unit): fc.Arbitrary<Grounds> {
  const [lowest, highest] = scales[unit];
  const span = highest - lowest;
  return fc.record({
    kind: fc.constant("comparison"),
    finding: fc.constant(finding),
    figure: figure(unit, "at Ebb"),
    evidence,
    rest: fc.record({
      figure: figure(unit, "at Fum"),
      share_measured: shareMeasured()
    }),
    difference: fc.oneof(estimate(-span, span, 0.35), estimate(span * 0.5, span, 0.5), estimate(-span, -span / 2, 0.5)),
    between: fc.constantFrom("places", "people"),
    survives_multiplicity: fc.constantFrom(...new Array(8).fill(true), false, null),
    adjustment
  });
}

function trend(finding: Finding, unit: Unit): fc.Arbitrary<Grounds> {
  const [lowest, highest] = scales[unit];
  const signal = fc.record({
    rule: fc.constantFrom("outside_limits", "trend", "two_of_three", "shift"),
    towards: fc.constantFrom("high", "low")
  });
  const limit = fc.option(number(lowest, highest), {freq: 19});
  return fc.record({
    kind: fc.constant("trend"),
    finding: fc.constant(finding),
    figure: figure(unit).map((one) => ({...one, period: "2026 Q1"})),
    evidence,
    chart: fc.record({
      period_type: fc.constantFrom("month", "quarter", "year"),
      points: fc.integer({min: 1, max: 40}),
      centre: limit,
      lower_limit: limit,
      upper_limit: limit,
      signal: fc.option(signal)
    })
  });
}

function target(finding: Finding, unit: Unit): fc.Arbitrary<Grounds> {
  return fc.record({
    kind: fc.constant("target"),
    finding: fc.constant(finding),
    figure: figure(unit),
    evidence,
    target: fc.record({value: number(...scales[unit]), direction: fc.constantFrom("at_least", "at_most")})
  });
}

function missing(finding: Finding, unit: Unit): fc.Arbitrary<Grounds> {
  return ordered(...scales[unit]).chain(([lower, , upper]) =>
    fc.record({
      kind: fc.constant("missing"),
      finding: fc.constant(finding),
      figure: figure(unit),
      evidence,
      range: fc.record({
        lower: fc.constant(lower),
        upper: fc.constant(upper),
        over: fc.constantFrom("bounds", "assumptions")
      })
    })
  );
}

function naturalCourse(finding: ChangeFinding, unit: Unit): fc.Arbitrary<Grounds> {
  return ordered(...scales[unit]).chain(([lower, , upper]) =>
    fc.record({
      kind: fc.constant("natural_course"),
      finding: fc.constant(finding),
      figure: figure(unit),
      evidence,
      natural: fc.record({
        lower: fc.constant(lower),
        upper: fc.constant(upper),
        whom: fc.constant("hoons"),
        span: fc.constant("over umber"),
        grade: fc.constantFrom("A", "B", "C", "D")
      })
    })
  );
}

function anyFinding(): fc.Arbitrary<[Finding, Unit]> {
  return fc.oneof(
    fc.tuple(share, fc.constant<Unit>("share")),
    anyChange(),
    fc.tuple(median, fc.constantFrom<Unit>("days", "hours_per_week", "attendees"))
  );
}

function anyChange(): fc.Arbitrary<[ChangeFinding, Unit]> {
  return fc.tuple(change, fc.constantFrom<Unit>("points", "sd"));
}

function figure(unit: Unit, where = ""): fc.Arbitrary<Figure> {
  const status = fc.constantFrom<Figure["status"]>("unstable", "suppressed", "insufficient", "immature");
  return fc
    .tuple(counts(), seldom(fc.constant<Figure["status"]>("published"), status), estimate(...scales[unit], 0.2))
    .chain(([counted, is, estimated]) =>
      fc.constantFrom("2026 Q1", "March 2026", "").map((period) => {
        return {...counted, ...estimated, status: is, unit, period, where, as_of: "2026-03-31"};
      })
    );
}

/** Units are often few, seldom too few to show; a numerator or its complement is now and then a small count. */
function counts(): fc.Arbitrary<Pick<Figure, "units" | "denominator" | "numerator">> {
  const part = seldom(fc.integer({min: 11, max: 2500}), fc.integer({min: 0, max: 12}));
  const units = fc.oneof(
    fc.integer({min: 20, max: 70}),
    fc.integer({min: 30, max: 5000}),
    fc.integer({min: 70, max: 5000})
  );
  return fc
    .tuple(seldom(units, fc.constantFrom(null, 0, 1, 10)), part, part, fc.integer({min: 0, max: 3}))
    .map(([all, numerator, others, known]) => ({
      units: all,
      denominator: known === 0 ? null : numerator + others,
      numerator: known <= 1 ? null : numerator
    }));
}

function shareMeasured(): fc.Arbitrary<number | null> {
  const share = fc.oneof(fc.double({min: 0.6, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true}));
  return fc.oneof({weight: 10, arbitrary: share}, {weight: 1, arbitrary: fc.constantFrom(null, 0.4, 0.6, 0, 1)});
}

/** An interval around a value, often narrow; seldom a limit, or all, is missing. */
function estimate(lowest: number, highest: number, reach: number): fc.Arbitrary<Estimate> {
  const arm = fc.oneof(number(0, (highest - lowest) * reach * 0.2), number(0, (highest - lowest) * reach));
  const known = fc
    .tuple(number(lowest, highest), arm, arm)
    .map(([value, below, above]) => ({value, lower: value - below, upper: value + above}));
  return fc.tuple(known, seldom(fc.constant(0), fc.integer({min: 1, max: 4}))).map(([{value, lower, upper}, gap]) => ({
    value: gap === 1 ? null : value,
    lower: gap === 0 || gap === 2 ? lower : null,
    upper: gap === 0 || gap === 3 ? upper : null
  }));
}

function ordered(lowest: number, highest: number): fc.Arbitrary<[number, number, number]> {
  return fc
    .tuple(number(lowest, highest), number(lowest, highest), number(lowest, highest))
    .map((three) => three.toSorted((one, other) => one - other) as [number, number, number]);
}

/** Thousandths, and now and then any number: intervals often touch a round value. */
function number(lowest: number, highest: number): fc.Arbitrary<number> {
  const round = fc.integer({min: Math.ceil(lowest * 1000), max: Math.floor(highest * 1000)}).map((n) => n / 1000);
  return fc.oneof(round, fc.double({min: lowest, max: highest, noNaN: true}));
}

function rarely(value: boolean): fc.Arbitrary<boolean> {
  return seldom(fc.constant(!value), fc.constant(value));
}

/** Nineteen times in twenty the one, else the other. */
function seldom<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({weight: 19, arbitrary: usual}, {weight: 1, arbitrary: other});
}
