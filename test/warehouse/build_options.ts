import {join} from "node:path";
import {dimensionsFor} from "../../src/measures/dimensions.ts";
import {measures} from "../../src/measures/index.ts";
import type {BuildOptions} from "../../src/warehouse/build.ts";

/** Options of a nightly build of all measures, by default settings. */
export function buildOptions(options: Partial<BuildOptions> & Pick<BuildOptions, "as_of">): BuildOptions {
  return {
    sql: join(import.meta.dirname, "../../sql/warehouse"),
    settings: {prorate: true, stale_after_days: 30},
    definition: "as declared",
    counts: {measures, dimensions: dimensionsFor(crossed), suffix: ""},
    ...options
  };
}

/** The crossed breakdowns that tests count. */
export const crossed: readonly string[] = ["program+payer"];
