import {type Protectable, suppressSmallCounts} from "./primary.ts";

/**
 * All results of a release, protected: the last function before a file. Works on the whole release, since what one row hides
 * another may give away; everything else that is published is made from what this returns.
 */
export function protect<Row extends Protectable>(results: readonly Row[]): Row[] {
  return suppressSmallCounts(results);
}
