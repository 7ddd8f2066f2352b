import type {Random} from "../statistics/random.ts";
import type {FreshKeys} from "./fresh.ts";
import type {FileName} from "./layout.ts";
import {byKey, isPlain, type Statement} from "./statements.ts";

/** The statements so far, to choose among; whoever plants faults takes some and gives new statements for them. */
export class Field {
  readonly keys: FreshKeys;
  readonly #random: Random;
  /** By file, the plain rows of things that are told once. */
  readonly #once: ReadonlyMap<FileName, Statement[]>;
  readonly #used = new Set<Statement>();
  readonly #latest: number;

  constructor(statements: readonly Statement[], keys: FreshKeys, random: Random, months: number) {
    this.keys = keys;
    this.#random = random;
    const once = [...byKey(statements).values()].flatMap((told) => (told.length === 1 ? told.filter(isPlain) : []));
    this.#once = Map.groupBy(once, ({file}) => file);
    this.#latest = months - 3;
  }

  /**
   * A plain row told once, in the month or the nearest later one that has one, else in the first that has; each is chosen once.
   * The last two months are left free for what comes after it. Throws if no row fits.
   */
  once(file: FileName, month: number, fits: (one: Statement) => boolean = () => true): Statement {
    const rows = this.#once.get(file) ?? [];
    const free = rows.filter((one) => one.month <= this.#latest && !this.#used.has(one) && fits(one));
    const later = free.filter((one) => one.month >= month);
    const candidates = later.length > 0 ? later : free;
    const first = candidates.reduce((least, one) => Math.min(least, one.month), Number.MAX_VALUE);
    return this.#use(this.#random.pick(candidates.filter((one) => one.month === first)));
  }

  /** A plain row told once, in whatever month. */
  any(file: FileName, fits: (one: Statement) => boolean): Statement {
    return this.#use(
      this.#random.pick((this.#once.get(file) ?? []).filter((one) => !this.#used.has(one) && fits(one)))
    );
  }

  #use(statement: Statement): Statement {
    this.#used.add(statement);
    return statement;
  }
}
