/** The 95 % limits of an expected count. */
export interface PoissonLimits {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The exact 95 % limits of the mean of a Poisson count, which is a whole number from 0. The lower limit of 0 is 0.
 *
 * Method: the means under which as many as the count, or as few, have a chance of 2.5 %, found by Newton's method on
 * the logarithm of that chance.
 * Source: Garwood 1936; R: poisson.test(count)$conf.int, or qgamma(c(0.025, 0.975), count + 0:1).
 *
 * @example poissonLimits(42) // 30.2699 to 56.7718
 */
export function poissonLimits(count: number): PoissonLimits {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError("count: expected a whole number from 0");
  return {lower: count === 0 ? 0 : lowerLimit(count), upper: upperLimit(count)};
}

const tail = Math.log(0.025);

/** d/dm P(X >= count) is the probability of count - 1, which is count/m times that of count. */
function lowerLimit(count: number): number {
  return root(start(count, -1.96), (mean) => {
    const sum = risingSum(count, mean);
    return {excess: logProbability(count, mean) + Math.log(sum) - tail, slope: count / mean / sum};
  });
}

/** d/dm P(X <= count) is minus the probability of count. */
function upperLimit(count: number): number {
  return root(start(count + 1, 1.96), (mean) => {
    const sum = fallingSum(count, mean);
    return {excess: logProbability(count, mean) + Math.log(sum) - tail, slope: -1 / sum};
  });
}

/** Wilson and Hilferty's cube; a relative error of some per cent at most. */
function start(shape: number, z: number): number {
  return shape * Math.max(0.1, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

function root(from: number, at: (mean: number) => {excess: number; slope: number}): number {
  let mean = from;
  for (let step = 0; step < 50; step++) {
    const {excess, slope} = at(mean);
    const next = Math.max(mean / 2, mean - excess / slope);
    if (Math.abs(next - mean) <= 1e-13 * mean) return next;
    mean = next;
  }
  return mean;
}

/** P(X >= count) over P(X = count): 1 + m/(count + 1) + m²/((count + 1)(count + 2)) + … */
function risingSum(count: number, mean: number): number {
  let term = 1;
  let sum = 1;
  for (let k = count + 1; term > 1e-17 * sum; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** P(X <= count) over P(X = count): 1 + count/m + count(count - 1)/m² + … */
function fallingSum(count: number, mean: number): number {
  let term = 1;
  let sum = 1;
  for (let k = count; k > 0 && term > 1e-17 * sum; k--) {
    term *= k / mean;
    sum += term;
  }
  return sum;
}

/**
 * ln P(X = count), as the deviance and Stirling's error, between which nothing cancels (Loader 2000); small counts, for
 * which Stirling's series is not sharp, by the factorial.
 */
function logProbability(count: number, mean: number): number {
  if (count < 16) return count * Math.log(mean) - mean - Math.log(factorial(count));
  const part = (mean - count) / count;
  const deviance = count * (part - Math.log1p(part));
  return -deviance - stirlingError(count) - Math.log(2 * Math.PI * count) / 2;
}

function factorial(count: number): number {
  return count < 2 ? 1 : count * factorial(count - 1);
}

function stirlingError(n: number): number {
  const terms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
  return terms.reduceRight((sum, term) => sum / (n * n) + term, 0) / n;
}
