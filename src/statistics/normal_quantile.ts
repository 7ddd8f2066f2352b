/**
 * The standard normal quantile z with P(Z <= z) = probability, for a probability strictly between 0 and 1
 * (null otherwise).
 *
 * Method: Wichura's algorithm AS 241, variant PPND16, relative error about 1e-16.
 * Source: https://lib.stat.cmu.edu/apstat/241 (Applied Statistics 37, 1988, 477-484); R's qnorm uses the same.
 *
 * simple-statistics' probit is not accurate enough: it gives 1.95716 at 0.975, wrong in the third figure.
 *
 * @example normalQuantile(0.975) // 1.95996398454005
 */
export function normalQuantile(probability: number): number | null {
  if (!(probability > 0 && probability < 1)) return null;
  const distance = probability - 0.5;
  if (Math.abs(distance) <= 0.425) return centralQuantile(distance);
  const tail = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const z = tail <= 5 ? rational(nearTail, tail - 1.6) : rational(farTail, tail - 5);
  return distance < 0 ? -z : z;
}

/** z of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

interface Rational {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function centralQuantile(distance: number): number {
  return distance * rational(centre, 0.180625 - distance * distance);
}

function rational({above, below}: Rational, x: number): number {
  return polynomial(above, x) / polynomial(below, x);
}

/** The coefficients stand from the constant up. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const centre: Rational = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854
  ]
};

const nearTail: Rational = {
  above: [
    1.4234371107496837, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995344, 1.0507500716444169e-9
  ]
};

const farTail: Rational = {
  above: [
    6.657904643501104, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15
  ]
};
