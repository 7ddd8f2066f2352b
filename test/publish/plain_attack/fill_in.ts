/** A count that is the sum of others, each by a name of its own. */
export interface Equation {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface FilledIn {
  /** Everything that is known in the end, with what was known to begin with. */
  readonly counts: ReadonlyMap<string, number>;
  /** What is left of wholes of which several parts are unknown. */
  readonly leftOver: ReadonlyMap<string, number>;
}

/** Fills in every equation of which one count is unknown, until there is none left. */
export function fillIn(known: ReadonlyMap<string, number>, equations: readonly Equation[]): FilledIn {
  const counts = new Map(known);
  const standsIn = new Map<string, number[]>();
  for (const [index, {whole, parts}] of equations.entries())
    for (const name of [whole, ...parts]) {
      const own = standsIn.get(name) ?? [];
      standsIn.set(name, own);
      own.push(index);
    }
  const queue = [...equations.keys()];
  for (let next = 0; next < queue.length; next += 1) {
    const found = solve(equations[queue[next] ?? 0] as Equation, counts);
    if (found === null) continue;
    counts.set(found.name, found.count);
    for (const index of standsIn.get(found.name) ?? []) queue.push(index);
  }
  return {counts, leftOver: leftOverOf(equations, counts)};
}

function solve({whole, parts}: Equation, counts: ReadonlyMap<string, number>): {name: string; count: number} | null {
  const unknown = parts.filter((part) => !counts.has(part));
  const sum = parts.reduce((all, part) => all + (counts.get(part) ?? 0), 0);
  const total = counts.get(whole);
  if (total === undefined) return unknown.length === 0 ? {name: whole, count: sum} : null;
  const [name] = unknown;
  return name !== undefined && unknown.length === 1 ? {name, count: total - sum} : null;
}

function leftOverOf(equations: readonly Equation[], counts: ReadonlyMap<string, number>): Map<string, number> {
  const left = new Map<string, number>();
  for (const {whole, parts} of equations) {
    const total = counts.get(whole);
    const unknown = parts.filter((part) => !counts.has(part));
    if (total === undefined || unknown.length === 0) continue;
    left.set(
      `${whole} less all but ${unknown.join(", ")}`,
      parts.reduce((rest, part) => rest - (counts.get(part) ?? 0), total)
    );
  }
  return left;
}
