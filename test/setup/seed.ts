import type {TestProject} from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** What every random test of this run draws from. */
    seed: number;
  }
}

const usual = 20260331;

/** Lets all random tests of a run draw from one seed: the usual one, or PLUMBLINE_SEED, which may be `random`. */
export default function chooseSeed(project: TestProject): void {
  const given = process.env.PLUMBLINE_SEED ?? "";
  const seed = seedOf(given);
  if (given !== "") process.stdout.write(`\nPLUMBLINE_SEED=${seed}\n`);
  project.provide("seed", seed);
}

function seedOf(given: string): number {
  if (given === "") return usual;
  if (given === "random") return crypto.getRandomValues(new Int32Array(1))[0] ?? usual;
  const seed = Number(given);
  if (Number.isInteger(seed) && Math.abs(seed) < 2 ** 31) return seed;
  throw new Error(`PLUMBLINE_SEED: expected a whole number below 2^31, or random; found ${given}`);
}
