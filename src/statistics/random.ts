/**
 * A stream of pseudo-random numbers that is the same on every machine: sfc32 (Chris Doty-Humphrey, PractRand,
 * public domain), seeded by hashing a text with 32-bit FNV-1a. A stream of its own per person and subject keeps a
 * change to one subject from moving every later number.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(...seed: readonly (string | number)[]) {
    const text = seed.join("/");
    this.#a = hash(`${text}#a`);
    this.#b = hash(`${text}#b`);
    this.#c = hash(`${text}#c`);
    for (let round = 0; round < 15; round++) this.bits();
  }

  /** 32 random bits as a whole number from 0 to 2^32 - 1. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number in [0, 1). */
  uniform(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** One of the items, each as likely. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  /** One of the names, as likely as its share of all weights. */
  choose<Name extends string>(weights: readonly (readonly [Name, number])[]): Name {
    let left = this.uniform() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of weights) {
      left -= weight;
      if (left < 0) return name;
    }
    const last = weights.at(-1);
    if (last === undefined) throw new RangeError("nothing to choose from");
    return last[0];
  }
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}
