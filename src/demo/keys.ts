const alphabet = "0123456789bcdfghjkmnpqrstvwxyz";

/**
 * An opaque key such as "e-4k1x0vd": a letter for the kind of thing and the scrambled number of the thing. Different
 * numbers give different keys (an odd multiplier and a shift-xor are one to one on 32 bits); without vowels no key spells a word.
 */
export function keyOf(kind: string, number: number): string {
  let scrambled = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  scrambled = Math.imul(scrambled ^ (scrambled >>> 15), 0x85ebca6b) >>> 0;
  let text = "";
  for (let place = 0; place < 7; place++) {
    text += alphabet[scrambled % 30];
    scrambled = Math.floor(scrambled / 30);
  }
  return `${kind}-${text}`;
}
