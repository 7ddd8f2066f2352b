/**
 * Whether the text is of the form of a LOINC code and its last digit checks the others.
 *
 * Method: modulus 10, as the LOINC Users' Guide says: from the right every other digit is doubled, digits are summed, and the
 * check digit makes the sum a multiple of ten.
 *
 * @example isLoincCode("44249-1") // true
 */
export function isLoincCode(text: string): boolean {
  const [, number, check] = /^(\d{1,6})-(\d)$/.exec(text) ?? [];
  return number !== undefined && checkDigit(number) === Number(check);
}

function checkDigit(number: string): number {
  const digits = [...number].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
  const sum = digits.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return (10 - (sum % 10)) % 10;
}
