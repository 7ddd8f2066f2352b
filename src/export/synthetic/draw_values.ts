import type {Random} from "../../statistics/random.ts";
import type {Value} from "../table.ts";
import type {Shape} from "./twin_inputs.ts";

const dayLength = 86_400_000;

/** So many values of a shape in random order, each code among them where there is room. */
export function deckOf(shape: Shape, count: number, random: Random): Value[] {
  if (shape.kind === "codes") return shuffled(codesDrawn(shape.codes, count, random), random);
  return Array.from({length: count}, () => oneOf(shape, random));
}

function codesDrawn(
  codes: readonly {readonly code: string | number; readonly share: number | null}[],
  count: number,
  random: Random
): Value[] {
  if (codes.length === 0) return Array.from({length: count}, () => null);
  const told = codes.flatMap(({share}) => (share === null ? [] : [share]));
  const rare = told.length === 0 ? 1 : Math.min(...told) / 4;
  const weights = codes.map(({share}, index): [string, number] => [String(index), share ?? rare]);
  return Array.from({length: count}, (_, index) => {
    const place = index < codes.length ? index : Number(random.choose(weights));
    return codes[place]?.code ?? null;
  });
}

function oneOf(shape: Exclude<Shape, {kind: "codes"}>, random: Random): Value {
  if (shape.kind === "texts") return shape.texts.length === 0 ? "text" : random.pick(shape.texts);
  const number = between(shape.middles, shape.step, random);
  return shape.kind === "numbers" ? number : new Date(Math.round(number) * dayLength).toISOString().slice(0, 10);
}

/** A number between two neighbouring middles, each pair as likely; up to half as much again beside the only one. */
function between(middles: readonly number[], step: number, random: Random): number {
  const [first = 5] = middles;
  const spread = middles.length < 2 ? [first / 2, first, 1.5 * first] : middles;
  const segment = random.between(0, spread.length - 2);
  const [from = 0, to = 0] = [spread[segment], spread[segment + 1]];
  const value = from + random.uniform() * (to - from);
  return Number((Math.round(value / fine(step)) * fine(step)).toFixed(6));
}

/** Values are finer than the middles that they are drawn between, but not finer than whole numbers where these are whole. */
function fine(step: number): number {
  return Number.isInteger(step) ? 1 : step / 2;
}

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.between(0, last);
    const [a, b] = [mixed[last], mixed[other]];
    if (a === undefined || b === undefined) continue;
    [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
