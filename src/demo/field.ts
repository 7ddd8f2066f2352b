import type {FreshKeys} from "./fresh.ts";
import type {FileName} from "./layout.ts";
import type {Random} from "./random.ts";
import {byKey, isPlain, type Statement} from "./statements.ts";

/** The statements so far, to choose among; whoever plants faults takes some and gives new statements for them. */
export class Field {
  readonly keys: FreshKeys;
  readonly #random: Random;
  /** By file, the plain rows of things that are told once. */
  readonly #once: ReadonlyMap<FileName, Statement[]>;
  readonly #used = new Set<Statement>();

  constructor(statements: readonly Statement[], keys: FreshKeys, random: Random) {
    this.keys = keys;
    this.#random = random;
    const once = [...byKey(statements).values()].flatMap((told) => (told.length === 1 ? told.filter(isPlain) : []));
    this.#once = Map.groupBy(once, ({file}) => file);
  }

  /** A plain row told once, in the month or the first one after it that has one; each is chosen once. Throws if there is none. */
  once(file: FileName, month: number, fits: (one: Statement) => boolean = () => true): Statement {
    const rows = this.#once.get(file) ?? [];
    const candidates = rows.filter((one) => one.month >= month && !this.#used.has(one) && fits(one));
    const first = candidates.reduce((least, one) => Math.min(least, one.month), Number.MAX_VALUE);
    const chosen = this.#random.pick(candidates.filter((one) => one.month === first));
    this.#used.add(chosen);
    return chosen;
  }
}
