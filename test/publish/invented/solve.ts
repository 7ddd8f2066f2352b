import type {Facts} from "./facts.ts";

/** A count that is the sum of others, by name. */
export interface Equation {
  readonly name: string;
  readonly whole: string;
  readonly parts: readonly string[];
}

/** What follows from the facts of one release. */
export interface Solved {
  readonly known: ReadonlyMap<string, number>;
  readonly equations: ReadonlyMap<string, Equation>;
  /** Whether a release says of a count that it is nobody, by having no row of it. */
  readonly isAbsent: (name: string) => boolean;
}

/** Fills in what is the only unknown of an equation, until nothing more follows. */
export function solve({told, equations, isAbsent}: Facts): Solved {
  const known = new Map(told);
  const of = new Map<string, Equation[]>();
  for (const equation of equations)
    for (const name of [equation.whole, ...equation.parts]) {
      const others = of.get(name) ?? [];
      of.set(name, others);
      others.push(equation);
    }
  const queue = [...equations];
  for (let equation = queue.pop(); equation !== undefined; equation = queue.pop()) {
    const {whole, parts} = equation;
    const unknown = [whole, ...parts].filter((name) => !known.has(name));
    const [name] = unknown;
    if (name === undefined || unknown.length > 1) continue;
    const sum = parts.reduce((all, part) => all + (known.get(part) ?? 0), 0);
    known.set(name, name === whole ? sum : (known.get(whole) ?? 0) - sum);
    queue.push(...(of.get(name) ?? []));
  }
  return {known, equations: new Map(equations.map((equation) => [equation.name, equation])), isAbsent};
}
