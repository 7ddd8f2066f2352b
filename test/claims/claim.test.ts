import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {claim} from "../../src/claims/claim.ts";
import {isWeaker} from "../../src/claims/strength.ts";
import {unearned} from "./lexicon.ts";
import {numbersAllowed, numbersIn} from "./numbers.ts";
import {randomGrounds} from "./random_grounds.ts";
import {allowedByReading} from "./second_reading.ts";
import {worsenings} from "./worsen.ts";

const runs = {numRuns: 5000};

describe("a claim", () => {
  it("is as strong as the rule table allows, read a second time", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        expect(claim(grounds).strength).toBe(allowedByReading(grounds));
      }),
      runs
    );
  });

  it.each(Object.entries(worsenings))("is never stronger for %s", (_, worsen) => {
    fc.assert(
      fc.property(randomGrounds, fc.double({min: 0, max: 1, noNaN: true}), (grounds, amount) => {
        expect(isWeaker(claim(grounds).strength, claim(worsen(grounds, amount)).strength)).toBe(false);
      }),
      {numRuns: 500}
    );
  });

  it("uses no word that its strength has not earned, and none of causes, praise, ranks or colours", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        const {sentence, strength} = claim(grounds);
        expect(unearned(sentence, strength)).toEqual([]);
      }),
      runs
    );
  });

  it("holds no number that is not among its grounds, as rounded for print", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        const allowed = numbersAllowed(grounds);
        expect(numbersIn(claim(grounds).sentence).filter((number) => !allowed.has(number))).toEqual([]);
      }),
      runs
    );
  });

  it("holds no digit where it is silent, and its reasons hold none either", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        const {sentence, strength, because} = claim(grounds);
        if (strength === "silent") expect([sentence, ...because].join(" ")).not.toMatch(/\d/);
      }),
      runs
    );
  });

  it("prints the interval and the count with every figure, and neither value nor numerator where too few are counted", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        const {sentence, strength} = claim(grounds);
        if (strength === "silent") return;
        const isRange = grounds.kind === "missing" && strength === "tentative";
        if (!isRange) expect(sentence).toContain("95% interval");
        expect(sentence).toContain((grounds.figure.units ?? 0).toLocaleString("en-US"));
        if (strength === "tentative") expect(sentence).not.toMatch(/ of [\d,]+ (plens|dracks)| was /);
      }),
      runs
    );
  });

  it("is one English sentence", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        expect(claim(grounds).sentence).toMatch(
          /^[A-Z](?!.*( {2}| [,;:.)]|\( |\(\)|[;:,]\.|null|undefined|NaN|Infinity)).*[^.]\.$/
        );
      }),
      runs
    );
  });

  it("gives a reason wherever its kind could be stronger, and none where it could not", () => {
    const strongest = {
      level: "descriptive",
      movement: "directional",
      comparison: "evaluative",
      trend: "evaluative",
      target: "evaluative",
      missing: "descriptive",
      natural_course: "directional"
    };
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        const {kind, strength, because} = claim(grounds);
        expect(because.length === 0).toBe(strength === strongest[kind]);
      }),
      runs
    );
  });

  it("does not change its grounds", () => {
    fc.assert(
      fc.property(randomGrounds, (grounds) => {
        const before = structuredClone(grounds);
        claim(grounds);
        expect(grounds).toEqual(before);
      })
    );
  });
});
