import {describe, expect, it} from "vitest";
import {attendanceTruth, drawAttendance} from "../../src/simulation/attendance.ts";
import {bell, skewedDays} from "../../src/simulation/bell.ts";
import {betaBinomial, binomial} from "../../src/simulation/binomial.ts";
import {drawMoments, iopPairs, mildPairs} from "../../src/simulation/pairs.ts";
import {placeSampler} from "../../src/simulation/shares.ts";
import {drawSeenStays, drawStay, leftBy, medianStay, stillIn} from "../../src/simulation/stays.ts";
import {summarizePairs} from "../../src/statistics/moments.ts";
import {Random} from "../../src/statistics/random.ts";

const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);
const mean = (shares: readonly number[]) => sum(shares.map((share, place) => share * place));

describe("tables of shares", () => {
  it("pile up what lies beyond the ends of a scale", () => {
    const [none, one, two] = bell({mean: 0, sd: 1, highest: 2});
    expect(none).toBeCloseTo(0.6995, 4);
    expect(one).toBeCloseTo(0.242, 4);
    expect(two).toBeCloseTo(0.0586, 4);
  });

  it("of one success in two tosses", () => {
    expect(binomial(2, 0.5).map((share) => share.toFixed(12))).toEqual([0.25, 0.5, 0.25].map((s) => s.toFixed(12)));
    expect(binomial(3, 0)).toEqual([1, 0, 0, 0]);
    expect(binomial(3, 1)).toEqual([0, 0, 0, 1]);
  });

  it("of episodes that each have an attendance of their own", () => {
    const expected = [0.3, 0.4, 0.3];
    betaBinomial(2, {mean: 0.5, alike: 0.2}).forEach((share, k) => {
      expect(share).toBeCloseTo(expected[k] ?? 0, 12);
    });
    expect(mean(betaBinomial(24, {mean: 0.84, alike: 0.15}))).toBeCloseTo(24 * 0.84, 10);
  });

  it("add up to 1, also where single ones are below the smallest number", () => {
    for (const shares of [
      binomial(5000, 0.001),
      bell({mean: 15, sd: 6, highest: 27}),
      betaBinomial(48, {mean: 0.84, alike: 0.15})
    ]) {
      expect(sum(shares)).toBeCloseTo(1, 12);
    }
    expect(sum(skewedDays({median: 50, sigma: 0.45, longest: 365}))).toBeCloseTo(1, 12);
  });

  it("are drawn as often as they say", () => {
    const draw = placeSampler([0.5, 0, 0.3, 0.2]);
    const random = new Random("places");
    const counts = [0, 0, 0, 0];
    for (let k = 0; k < 100_000; k++) {
      const place = draw(random);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect((counts[0] ?? 0) / 100_000).toBeCloseTo(0.5, 2);
    expect((counts[2] ?? 0) / 100_000).toBeCloseTo(0.3, 2);
  });
});

describe("pairs of PHQ-9 scores", () => {
  it("are like those of an IOP", () => {
    const {mean_x, sd_x, mean_difference, r} = summarizePairs(drawMoments(iopPairs, new Random("pairs"), 200_000));
    expect(mean_x).toBeCloseTo(15, 1);
    expect(sd_x).toBeCloseTo(5.6, 1);
    expect(mean_difference).toBeCloseTo(4.31, 1);
    expect(r).toBeCloseTo(0.48, 1);
  });

  it.each([
    {name: "an IOP", pairs: iopPairs},
    {name: "mild scores", pairs: mildPairs}
  ])("have on average what the table of 784 pairs says, for $name", ({pairs}) => {
    const drawn = summarizePairs(drawMoments(pairs, new Random("table"), 400_000));
    expect(pairs.mean(() => 1)).toBeCloseTo(1, 10);
    expect(Math.abs((drawn.mean_x ?? 0) - pairs.mean((x) => x))).toBeLessThan(0.04);
    expect(Math.abs((drawn.mean_difference ?? 0) - pairs.mean((x, y) => x - y))).toBeLessThan(0.04);
  });
});

describe("stays", () => {
  it("end planned or unplanned, and by the end of the year all have", () => {
    expect(leftBy("planned", 365) + leftBy("unplanned", 365)).toBeCloseTo(1, 12);
    expect(leftBy("planned", 365)).toBeCloseTo(0.68, 12);
  });

  it("last longer than the median in less than half of all, and to the day before in more", () => {
    expect(stillIn(medianStay())).toBeLessThan(0.5);
    expect(stillIn(medianStay() - 1)).toBeGreaterThan(0.5);
  });

  it("are drawn as the table says", () => {
    const random = new Random("stays");
    const stays = Array.from({length: 100_000}, () => drawStay(random));
    const planned = stays.filter(({exit, day}) => exit === "planned" && day <= 84).length / stays.length;
    expect(Math.abs(planned - leftBy("planned", 84))).toBeLessThan(0.006);
  });

  it("are counted once each, and nobody is seen beyond half a year", () => {
    const times = drawSeenStays(new Random("seen"), 500);
    expect(sum(times.map(({events, censored}) => events.planned + events.unplanned + censored))).toBe(500);
    expect(times.at(-1)?.time).toBeLessThanOrEqual(180);
    expect(sum(times.map(({censored}) => censored))).toBeGreaterThan(50);
  });
});

it("attendance of very many episodes tends to the truth", () => {
  const {sum_a, sum_s} = drawAttendance(new Random("attendance"), 100_000);
  expect(Math.abs(sum_a / sum_s - attendanceTruth())).toBeLessThan(0.003);
});
