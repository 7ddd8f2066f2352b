/** Code-point order of keys: below 0 where a comes first (17.17). Bytes of UTF-8 sort as code points, UTF-16 does not. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
