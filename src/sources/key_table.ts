/**
 * Remembers which keys it has met, as 64-bit hashes in typed arrays: 15 bytes a key, 75 MB for five million. It may suspect a key it has not met twice (one chance in a million for five million keys), and never misses one that it has.
 */
export class KeyTable {
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  /** 0 free, 1 met once, 2 met again. */
  #met = new Uint8Array(1024);
  #size = 0;
  #hasSuspects = false;

  /** Whether any key may have been met twice. */
  get hasSuspects(): boolean {
    return this.#hasSuspects;
  }

  add(key: string): void {
    if (this.#size * 10 > this.#met.length * 7) this.#grow();
    const slot = this.#find(hash(key, seedHigh), hash(key, seedLow));
    if (this.#met[slot] === 0) this.#size++;
    else this.#hasSuspects = true;
    this.#met[slot] = this.#met[slot] === 0 ? 1 : 2;
  }

  /** Whether the key may have been added more than once. */
  isSuspect(key: string): boolean {
    return this.#met[this.#find(hash(key, seedHigh), hash(key, seedLow))] === 2;
  }

  /** The slot of a hash, or the free slot where it belongs; writes the hash there. */
  #find(high: number, low: number): number {
    const mask = this.#met.length - 1;
    let slot = low & mask;
    while (this.#met[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & mask;
    this.#high[slot] = high;
    this.#low[slot] = low;
    return slot;
  }

  #grow(): void {
    const [highs, lows, met] = [this.#high, this.#low, this.#met];
    this.#high = new Uint32Array(met.length * 2);
    this.#low = new Uint32Array(met.length * 2);
    this.#met = new Uint8Array(met.length * 2);
    for (const [slot, times] of met.entries())
      if (times !== 0) this.#met[this.#find(highs[slot] ?? 0, lows[slot] ?? 0)] = times;
  }
}

const seedHigh = 0x9747b28c;
const seedLow = 0x3c6ef372;

/** MurmurHash3 over UTF-16 units, 32 bits (Austin Appleby, public domain). */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) {
    let block = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    value ^= Math.imul(block, 0x1b873593);
    value = (value << 13) | (value >>> 19);
    value = (Math.imul(value, 5) + 0xe6546b64) | 0;
  }
  value ^= text.length;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
