/** The two functions that we use; the package has no types of its own. */
declare module "d3-dsv" {
  export function csvFormat(rows: object[]): string;
  export function csvParseRows(text: string): string[][];
}
