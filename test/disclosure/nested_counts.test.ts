import {beforeAll, describe, expect, it} from "vitest";
import {loadSolver, type Solver} from "../../src/disclosure/audit/solver.ts";
import {hiddenTogether, type Sum} from "../../src/disclosure/nested_counts.ts";
import {Random} from "../../src/statistics/random.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const classes = ["v", "o", "d", "m"];

/** A table of classes by year with its sums, most of it large, some small and some nobody. */
function table(random: Random, years: number) {
  const counts = new Map<string, number>();
  const names = Array.from({length: years}, (_, year) => `y${year}`);
  for (const year of names)
    for (const one of classes) {
      const size = random.between(0, 3);
      counts.set(year + one, size === 0 ? 0 : size === 1 ? random.between(1, 10) : random.between(11, 60));
    }
  const sumOf = (parts: readonly string[]) => parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);
  const sums: Sum[] = [];
  const add = (whole: string, parts: readonly string[]) => {
    counts.set(whole, sumOf(parts));
    sums.push({whole, parts});
  };
  for (const one of classes)
    add(
      `all${one}`,
      names.map((year) => year + one)
    );
  for (const place of [...names, "all"])
    add(
      `${place}checked`,
      classes.map((one) => place + one)
    );
  return {counts, sums};
}

/** The least or the most that a hidden count can be, by linear programming over all that is told in tens. */
function extreme(
  end: "Minimize" | "Maximize",
  name: string,
  {counts, sums}: ReturnType<typeof table>,
  hidden: ReadonlySet<string>
): number {
  const rows = sums.map(({whole, parts}, index) => `s${index}: ${parts.join(" + ")} - ${whole} = 0`);
  const bounds = [...counts].map(([one, count]) =>
    hidden.has(one)
      ? `0 <= ${one} <= 9999`
      : `${Math.max(0, 10 * Math.ceil(count / 10) - 9)} <= ${one} <= ${10 * Math.ceil(count / 10)}`
  );
  const text = `${end}\n obj: ${name}\nSubject To\n ${rows.join("\n ")}\nBounds\n ${bounds.join("\n ")}\nEnd`;
  const {Status, ObjectiveValue} = solver.solve(text);
  expect(Status).toBe("Optimal");
  return ObjectiveValue;
}

describe("counts by class and year that are told in tens", () => {
  it("leave every small one possible from 1 to 10, by linear programs over all of them", () => {
    const random = new Random(20261122);
    let small = 0;
    let shown = 0;
    for (let round = 0; round < 40; round++) {
      const drawn = table(random, 1 + (round % 4));
      const hidden = hiddenTogether(drawn.counts, drawn.sums);
      shown += drawn.counts.size - hidden.size;
      for (const [name, count] of drawn.counts) {
        if (count < 1 || count > 10) continue;
        expect(hidden.has(name), name).toBe(true);
        expect(extreme("Minimize", name, drawn, hidden), name).toBeLessThanOrEqual(1);
        expect(extreme("Maximize", name, drawn, hidden), name).toBeGreaterThanOrEqual(10);
        small += 1;
      }
    }
    expect(small).toBeGreaterThan(60);
    expect(shown).toBeGreaterThan(300);
  });

  it("are all told where none is small", () => {
    const counts = new Map([
      ["all", 61],
      ["a", 50],
      ["b", 11],
      ["c", 0]
    ]);
    expect(hiddenTogether(counts, [{whole: "all", parts: ["a", "b", "c"]}])).toEqual(new Set());
  });

  it("hide with 3 the 11 beside it, since 11 to 20 less 11 to 20 would be at most 9", () => {
    const counts = new Map([
      ["all", 14],
      ["a", 11],
      ["b", 3]
    ]);
    expect(hiddenTogether(counts, [{whole: "all", parts: ["a", "b"]}])).toEqual(new Set(["a", "b"]));
  });

  it("do not say which parts of a small one are nobody", () => {
    const counts = new Map([
      ["all", 3],
      ["a", 3],
      ["b", 0]
    ]);
    expect(hiddenTogether(counts, [{whole: "all", parts: ["a", "b"]}])).toEqual(new Set(["all", "a", "b"]));
  });
});
